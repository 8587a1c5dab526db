## Programs: tokens by which they act for an account, and webhooks.

token-added = A program may act for { $officer } until { $until }: { $allows }. The token is shown once:
token-would-add = A program could act for { $officer } until { $until }: { $allows }. Nothing was changed.
token-excess = The token would allow too much: { $why }
token-many = { $name } has as many tokens as an account may have; revoke one first
token-none = There is no token { $handle }
token-no-one = There is no token.
token-revoked = The token { $handle } is revoked.
token-handle = Handle
token-allows = Allows
token-ends = Ends

webhook-added = { $address } is told of each entry from { $next } on, as { $handle }. With this secret it verifies what it gets; it is shown once:
webhook-added-key = { $address } is told of each entry from { $next } on, as { $handle }. With this public key anybody verifies what it gets:
webhook-would-add = { $address } would be told of each entry from { $next } on, as { $handle }. Nothing was changed.
webhook-address = Nobody is told there. { $why }
webhook-none = There is no webhook { $handle }
webhook-no-one = Nobody is told of acts. `sponsio webhook add` adds an address.
webhook-removed = The webhook { $handle } is removed.
webhook-resumed = The webhook { $handle } goes on at entry { $next }.
webhook-nothing = Nothing was sent yet.
webhook-test-failed = { $address } did not take the test: { $why }
webhook-tested = { $address } took the test: status { $status }, { $took } ms.
webhook-where = Where
webhook-events = Events
webhook-all = all
webhook-next = Next entry
webhook-stands = Stands
webhook-goes = goes on
webhook-fails = fails, tried again { $at }
webhook-rests = rests since { $at }
webhook-at = When
webhook-entry = Entry
webhook-event = Event
webhook-came = What came of it
webhook-taken = taken ({ $status })
