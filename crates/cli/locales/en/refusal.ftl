## Refusals: why an act was not received, and the next step; the data of `law::refusal`.

refusal-line = { $treaty }, { $who }: { $act } dated { DATE($date) } is refused because { $why } ({ $rule }); { $step }.

refusal-unknown-treaty = the register holds no such treaty
refusal-unknown-treaty-step = check the title and the identifier
refusal-unknown-participant = the register has no such participant
refusal-unknown-participant-step = check the code, or enter the participant first
refusal-former-state = that State no longer exists
refusal-former-state-step = its successor notifies succession or continuation; an old act enters as recorded as published
refusal-id-taken = the mark { $id } already stands on an act to { $other_treaty }
refusal-id-taken-step = choose another mark
refusal-after-receipt = it was received on { DATE($received) }, before its date
refusal-after-receipt-step = an act takes its date from its receipt: date it on that day or wait
refusal-before-adoption = the text was adopted on { DATE($day) }
refusal-before-adoption-step = check the date; none lies before { DATE($day) }
refusal-before-opening = the text was opened on { DATE($day) }
refusal-before-opening-step = act on or after { DATE($day) }
refusal-not-yet-open = it is open for { $opened } only from { DATE($day) }
refusal-not-yet-open-step = act on or after { DATE($day) }
refusal-closed = it was open for { $opened } until { DATE($day) }
refusal-closed-step = { $kind ->
    [signature] accede, if the text allows it
   *[accession] ask the parties whether they agree otherwise
  }
refusal-not-entitled = it is not open for { $opened } to this participant
refusal-not-entitled-step = see who may join, or ask for an invitation
refusal-already-signed = a signature of { DATE($day) } is recorded
refusal-already-signed-step = complete that signature by ratification, acceptance or approval
refusal-not-a-signatory = it has not signed, so it has no duty to be released from
refusal-not-a-signatory-step = nothing need be done
refusal-already-declared = it already declared so on { DATE($day) }
refusal-already-declared-step = nothing need be done
refusal-unsigned = no signature by that day is recorded
refusal-unsigned-step = sign while the text is open for signature, or accede
refusal-already-consented = its consent of { DATE($day) } is recorded and has not ended
refusal-already-consented-step = { $act_kind ->
    [intention-not-to-become-party] withdraw the instrument, or give notice of withdrawal, instead
   *[other] no second act is needed; if that date is wrong, correct it
  }
refusal-notice-pending = its notice of withdrawal of { DATE($day) } is pending{ $known ->
    [yes] {" "}and takes effect on { DATE($other_day) }
   *[no] {""}
  }
refusal-notice-pending-step = { $act_kind ->
    [intention-not-to-become-party] nothing need be done
   *[other] to stay, revoke the notice before it takes effect
  }
refusal-organization-ratifies = ratification is an act of States
refusal-organization-ratifies-step = deposit an act of formal confirmation
refusal-not-an-organization = formal confirmation is an act of international organizations
refusal-not-an-organization-step = deposit an instrument of ratification
refusal-signatory-accedes = it signed on { DATE($day) }, and the text is open for signature{ $known ->
    [yes] {" "}until { DATE($other_day) }
   *[no] {""}
  }
refusal-signatory-accedes-step = deposit an instrument of ratification, acceptance or approval
refusal-nothing-to-confirm = no signature ad referendum by that day is recorded
refusal-nothing-to-confirm-step = sign, if the text is still open for signature
refusal-already-confirmed = the signature was confirmed on { DATE($day) }
refusal-already-confirmed-step = nothing need be done
refusal-only-states-succeed = only a State takes the place of another State
refusal-only-states-succeed-step = deposit an own act of consent
refusal-succession-after-notification = it gives { DATE($day) } as the date of succession, after its own date
refusal-succession-after-notification-step = check the date of succession
refusal-succession-before-adoption = on the date of succession, { DATE($day) }, the text of { DATE($other_day) } did not exist
refusal-succession-before-adoption-step = accede instead
refusal-predecessor-not-named = it does not say which State is continued
refusal-predecessor-not-named-step = name the predecessor
refusal-predecessor-unknown = the register has no participant { $id }
refusal-predecessor-unknown-step = check the predecessor's code
refusal-predecessor-not-former = { $other } is not a former State
refusal-predecessor-not-former-step = notify succession, or correct the predecessor
refusal-predecessor-holds-nothing = no consent of { $other } is live on { DATE($day) }
refusal-predecessor-holds-nothing-step = accede instead
refusal-predecessor-did-not-sign = no signature of { $other } is recorded
refusal-predecessor-did-not-sign-step = accede instead
refusal-nothing-to-withdraw = { $known ->
    [yes] its consent ended on { DATE($day) }
   *[no] no consent of it is live
  }
refusal-nothing-to-withdraw-step = nothing need be done
refusal-not-in-force-for-it = the treaty is { $known ->
    [yes] in force for it only from { DATE($day) }
   *[no] not in force for it
  }
refusal-not-in-force-for-it-step = withdraw the instrument instead
refusal-second-notice = its notice of withdrawal of { DATE($day) } is pending{ $known ->
    [yes] {" "}and takes effect on { DATE($other_day) }
   *[no] {""}
  }
refusal-second-notice-step = revoke that notice first if another is to take its place
refusal-withdrawal-excluded = the text excludes withdrawal
refusal-withdrawal-excluded-step = seek the consent of all parties (VCLT art. 54(b))
refusal-notice-too-early = no notice may be given before { DATE($day) }
refusal-notice-too-early-step = give notice on or after { DATE($day) }
refusal-effect-too-early = it names { DATE($day) } as its day of effect, but the earliest is { DATE($other_day) }
refusal-effect-too-early-step = name { DATE($other_day) } or a later day, or none
refusal-no-notice-to-revoke = no notice of withdrawal is pending
refusal-no-notice-to-revoke-step = to leave the treaty, give notice of withdrawal
refusal-notice-took-effect = the notice took effect on { DATE($day) }
refusal-notice-took-effect-step = rejoin by a new act of consent
refusal-no-instrument = no instrument of it is live
refusal-no-instrument-step = nothing need be done
refusal-instrument-kept = { $layer ->
    [treaty] the treaty
   *[other] the depositary
  } does not let an instrument be withdrawn
refusal-instrument-kept-step = wait for entry into force, then give notice of withdrawal
refusal-in-force-for-it = the treaty { $known ->
    [yes] has been in force for it since { DATE($day) }
   *[no] is in force for it
  }
refusal-in-force-for-it-step = give notice of withdrawal instead
refusal-already-party = it { $known ->
    [yes] has been a party since { DATE($day) }
   *[no] is a party
  }
refusal-already-party-step = nothing need be done
refusal-already-provisional = it has applied the treaty provisionally since { DATE($day) }
refusal-already-provisional-step = nothing need be done
refusal-not-provisional = it does not apply the treaty provisionally on that day
refusal-not-provisional-step = nothing need be done; a party gives notice of withdrawal
refusal-not-a-party = it is not a party on that day
refusal-not-a-party-step = there is nothing to suspend before entry into force
refusal-already-suspended = the treaty has been suspended for it since { DATE($day) }
refusal-already-suspended-step = end that suspension first
refusal-not-suspended = the treaty is not suspended for it on that day
refusal-not-suspended-step = nothing need be done
refusal-corrects-nothing = it does not say which act it corrects
refusal-corrects-nothing-step = give the mark of the act
refusal-no-such-act = the register has no act of the mark { $id }
refusal-no-such-act-step = check the mark
refusal-act-of-another-treaty = the act of the mark { $id } concerns { $other_treaty }
refusal-act-of-another-treaty-step = address the correction to that treaty
refusal-act-of-another = the act is one of { $other }
refusal-act-of-another-step = name its author
refusal-corrects-a-correction = the act is itself a correction
refusal-corrects-a-correction-step = correct the first act again; the latest correction counts
refusal-same-date = the act already has that date
refusal-same-date-step = nothing need be done
refusal-out-of-order = it would change the order of the act and one of { DATE($day) } that hangs together with it
refusal-out-of-order-step = check the date, or correct the other act first

opened-signature = signature
opened-accession = accession
