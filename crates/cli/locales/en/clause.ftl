## Clauses: diagnostics by code, and the commands that look at a clause.

code-syntax = not a statement of Clausula
code-E01 = can never be satisfied
code-E02 = a date out of order
code-E03 = a fraction of a set that changes
code-E04 = used but not declared
code-E05 = treaties in a circle
code-E06 = two statements on entry into force
code-E08 = the provision has changed
code-E09 = nobody may join
code-E10 = no such article
code-W01 = the day of expiry is not stated
code-W02 = depends on the end of a month
code-W03 = organizations are not mentioned
code-W04 = silent on withdrawal
code-W05 = words and figures differ
code-W06 = the number is the whole set
code-W07 = rests on instruments that can be withdrawn
code-W08 = a share of nothing
code-W09 = a phase that is never reached
code-W10 = duties after withdrawal are not modelled
code-W11 = acts of one day decide
code-W12 = the window runs from the deposit
code-W13 = no rule for later joiners
code-W14 = group or table unknown
code-W15 = a per cent that stands for a fraction
code-T404 = a word that has no place in a guarantee line
code-T405 = a clause given twice
code-T406 = a second guarantee of that name
code-T407 = clauses that contradict each other
code-T420 = the guarantee is incomplete
code-T421 = a promise that is not returned
code-T422 = a guarantor that judges its own case
code-T423 = one can keep all others from acting
code-T424 = a promise to third parties
code-T425 = a unilateral act that would bind others
code-T426 = words of intention
code-T427 = a promise that repeats existing law
code-T428 = self-defence is not kept apart
code-T429 = a finder or an act owed of an abstention
code-T430 = no useful clause on withdrawal
code-T431 = a last day before adoption
code-T432 = nobody establishes the event
code-T433 = an act owed without a time
code-T434 = who may invoke a breach is not said
code-T435 = guarantors among the beneficiaries
code-T436 = the same promise twice
code-T437 = linked to its own instrument
code-T440 = a final clause is missing

severity-error = error
severity-warning = warning
clause-clean = { $file }: { NUM($count) } { $count ->
    [one] statement
   *[other] statements
  }, nothing to remark
clause-count = { $file }: { $errors ->
    [one] 1 error
   *[other] { NUM($errors) } errors
  }, { $warnings ->
    [one] 1 warning
   *[other] { NUM($warnings) } warnings
  }
clause-errors = clauses with errors cannot be used
clause-unreadable = { $file } cannot be read: { $why }
clause-adopted = Adopted { DATE($day) }
clause-opened = Opened for signature { DATE($day) }
clause-depositary = Depositary: { $name }
clause-announced = Announced in force { DATE($day) } (evidence, not used to compute)
clause-data = Data to { DATE($day) }
clause-line = line { $number }
