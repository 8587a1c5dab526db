## Remarks on acts and treaties: the data of `law::remark`, one sentence each; then how many there are.

remark-line = { $treaty }{ $participant ->
    [none] {""}
   *[other] , { $who }
  }: { $what } ({ $rule }).

remark-recorded-late = the act is recorded only on { DATE($day) }; answers as known before that day stay as they were
remark-after-horizon = the acts of the treaty are known only to { DATE($day) }; this one is later
remark-not-evaluated = statement { $statement } of the treaty bears on the act and is not evaluated; examine it by hand
remark-force-undetermined = whether the treaty is in force for it is undetermined
remark-published-succession = there is no date of succession; the date of notification stands in for it
remark-membership-unknown = its members are not known here, so that the organization is not counted
remark-territory-not-counted = the act of a territory is not counted
remark-does-not-count = the text does not name acts of this kind: the act binds its author, but does not count for entry into force
remark-organization-binds-by-signature = an organization is bound by its signature only if the text or its own rules say so
remark-signature-spent = the signature was already followed by a consent that has ended; accession is the usual act
remark-ad-referendum-unconfirmed = the signature ad referendum is not confirmed; the act confirms it
remark-accepted-without-signature = there is no signature; the text names neither ratification nor accession, so acceptance stands for both
remark-signatory-accedes = a signatory accedes; the text does not say whether it is still open for signature
remark-entitlement-unknown = whether the text is open for { $opened } to it is not known
remark-invitation-not-recorded = the text asks for an invitation by { $by }, which is not recorded
remark-earlier-end-unknown = whether its earlier consent has ended is not known; from now on this one stands
remark-silent-on-withdrawal = the text is silent on withdrawal; whether the notice takes effect stays open, at the earliest on { DATE($day) }
remark-no-withdrawal-rule = the register has no withdrawal clause of the treaty; the effect of the notice is undetermined
remark-notice-may-have-taken-effect = the notice may have taken effect from { DATE($day) } on
remark-trigger-is-final = the condition was met on { DATE($trigger) }; the treaty still enters into force on { DATE($day) }, but not for it
remark-no-provisional-clause = the text has no clause on provisional application; it rests on another agreement of the negotiating States
remark-suspension-not-examined = the ground of the suspension is recorded, not examined
remark-predecessor-not-named = the act does not say whose signature is succeeded to
remark-signature-not-carried = the predecessor has only signed; to appear as a signatory, notify succession to its signature
remark-before-adoption = the act is dated before the adoption of the text on { DATE($day) }
remark-unsigned-ratification = no signature by that day is recorded
remark-second-consent = its first consent is live; this second one opens no new interval
remark-orphan = no consent is live that the act could end
remark-unmapped-act = the catalogue has no act “{ $label }”; it is kept as it stands and is never consent
remark-correction-without-target = the act { $id } that it corrects is not found
remark-correction-of-nothing = the correction does not say of which act
remark-continuation-of-nothing = { $who }, which is continued, holds nothing on that day
remark-continuation-of-nobody = the continuation does not name the predecessor
remark-effect-before-notice = its day of effect, { DATE($day) }, lies before the notice
remark-same-id = an earlier act already has the mark { $id }
remark-no-horizon = the treaty does not say to which day its acts are known; its latest act stands in
remark-treaty-without-acts = no act to the treaty is recorded
remark-depositary-without-policies = the register says nothing of the policies of { $name }

counted-no-horizon = treaties that do not say to which day their acts are known
counted-treaty-without-acts = treaties without any act
counted-depositary-without-policies = treaties whose depositary has no policies here
counted-before-adoption = acts before the date of adoption
counted-after-horizon = acts after the day to which the treaty's acts are known
counted-unmapped-act = acts with labels that are no act of the catalogue: never consent
counted-unsigned-ratification = ratifications, acceptances and the like without a signature before
counted-second-consent = second consents while the first was live
counted-territory-not-counted = acts of territories: not counted
counted-membership-unknown = instruments of organizations whose members are not known: not counted
counted-published-succession = successions without a date of succession: the date of notification stands in
counted-effect-before-notice = withdrawals with a day of effect before the notice
counted-orphan = ends without a consent that they could end
counted-correction-without-target = corrections of an act that is not found
counted-continuation-of-nothing = continuations of a predecessor that holds nothing
counted-same-id = acts with the mark of an earlier one
counted-name-conflict = participants with the name of another
