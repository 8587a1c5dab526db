## The log among its readers: serving, witness, mirror, monitor.

network-listening = listening on { $address }
network-no-folder = There is no folder { $path }.
network-unread = { $path }: { $why }
network-no-log = No log is named: give its key with --log, or a policy with --policy.
network-held = { NUM($size) } entries are held; { NUM($before) } were before.
network-older = The log shows { NUM($size) } entries, and { NUM($known) } are held that it has signed.
network-forked = The log has signed what contradicts what is held. Evidence: { $place }
network-verified = { $origin }: { NUM($size) } entries verified
network-warning = warning: { $what }
network-finding = finding: { $what }
network-evidence = evidence: { $place }
network-findings = A log is not what it says: { NUM($count) } findings.
