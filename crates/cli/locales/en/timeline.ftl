## The curve of consents.

timeline-title = Consents over time: { $title } ({ $id })
timeline-description = A stepped curve of the instruments of consent that were live. { $facts }
timeline-axis = instruments of consent
timeline-needed = { NUM($need) } needed
timeline-trigger = conditions met { DATE($day) }
timeline-in-force = in force { DATE($day) }
timeline-horizon = not known after { DATE($day) }
timeline-count = { NUM($count) } on { DATE($day) }
timeline-percent = { NUM($percent) } %
timeline-share-axis = per cent of the total of { $table }
timeline-share-needed = { $need } needed
timeline-share = { $part } of { $table } on { DATE($day) }; { $need } needed.
timeline-none = No instrument of consent is known.
timeline-fact-first = The first on { DATE($day) }.
timeline-fact-last = { NUM($count) } on { DATE($day) }.
timeline-fact-needed = { NUM($need) } are needed.
timeline-fact-trigger = The conditions were met on { DATE($day) }.
timeline-fact-in-force = In force since { DATE($day) }.
timeline-fact-ended = In force for nobody from { DATE($day) } on.
timeline-fact-provisional = Provisionally in force from { DATE($day) }; this is not entry into force.
timeline-fact-horizon = After { DATE($day) } nothing is known.
timeline-written = The picture was written to { $path }.
