## What things are called.

list = { $first } and { $last }
alternatives = { $first } or { $last }
treaty-named = “{ $title }” ({ $id })
treaty-by-id = treaty { $id }

standing-none = –
standing-entitled = entitled
standing-negotiating = negotiating
standing-signatory = signatory
standing-signatory-bound-by-18 = signatory (18)
standing-contracting = contracting
standing-provisional = provisional
standing-party = party
standing-suspended = suspended
standing-withdrawing = withdrawing
standing-former = former party
standing-undetermined = undetermined

act-signature = signature
act-signature-ad-referendum = signature ad referendum
act-confirmation-of-signature = confirmation of signature
act-succession-to-signature = succession to signature
act-definitive-signature = definitive signature
act-ratification = ratification
act-acceptance = acceptance
act-approval = approval
act-accession = accession
act-succession = succession
act-formal-confirmation = formal confirmation
act-consent-to-be-bound = consent to be bound
act-simplified-procedure = simplified procedure
act-withdrawal = withdrawal
act-revocation = revocation
act-withdrawal-of-instrument = withdrawal of the instrument
act-provisional-application = provisional application
act-end-of-provisional-application = end of provisional application
act-continuation = continuation
act-correction = correction
act-intention-not-to-become-party = intention not to become a party
act-suspension = suspension
act-end-of-suspension = end of suspension

kind-state = State
kind-former-state = former State
kind-organization = organization
kind-territory = territory
kind-company = company
kind-institution = institution
kind-sub-state = sub-State unit

layer-treaty = the treaty's own
layer-depositary = the depositary's practice
layer-default = default, nothing else is set
