## The running of a server: settings, copies, examination.

config-unknown-meant = the setting “{ $key }” is unknown; “{ $meant }” is meant perhaps
config-value = the setting “{ $key }” { $wants }
config-variable = { $name } in the environment { $wants }
config-wants-text = is a text between quotation marks
config-wants-socket = is an address with a port, as 127.0.0.1:8080
config-wants-flag = is true or false
config-wants-count = is a whole number from 0 to 4294967295
config-wants-networks = is a list of addresses and networks, as 192.0.2.7 or 10.0.0.0/8
config-wants-word = is one of: { $choice }
config-unread = { $path } cannot be read: { $why }
config-default = default
config-setting = Setting
config-value-head = Value
config-origin = From
config-sound = everything is as it must be
config-defects = { $count ->
    [one] a server does not start by these settings: one defect
   *[other] a server does not start by these settings: { NUM($count) } defects
}
config-stranger = this variable is no setting; { $meant } is meant perhaps
config-tls-pair = a certificate needs its key, and a key its certificate: tls_cert and tls_key_file go together
config-tls = certificate and key cannot be used: { $why }
config-no-desk = { $key } is for the desk, and listen_desk is not set
config-one-address = the desk and the public pages cannot have one address
config-open-secret = { $path } can be read by everybody on this machine; `chmod 600` closes it
config-no-register = there is no folder { $path }
config-in-the-open = { $key } can be reached from other machines without encryption: set tls_cert and tls_key_file, or name the proxy in front with trust_proxy
serve-short-token = the token in { $path } has fewer than { NUM($least) } characters
backup-no-accounts = There are no accounts to copy.
backup-accounts = The accounts are copied to { $path }: { NUM($live) } live, { NUM($revoked) } revoked; no session and no link is in it. Keep it as safe as the register.
restore-no-accounts = No accounts lie beside the copy.
restore-accounts-kept = The accounts that are there were kept; they are newer than any copy.
restore-accounts-verified = The accounts beside it are sound: { NUM($live) } live, { NUM($revoked) } revoked.
restore-accounts-back = The accounts are back; everybody signs in anew. Who may: { $live }. Whoever was revoked after the copy was made, and stands here, must be revoked again.
restore-accounts-since = Revoked since, and kept so: { $since }.
doctor-accounts = Accounts
doctor-accounts-none = there are none
doctor-accounts-sound = { NUM($live) } live, { NUM($revoked) } revoked; the file is whole and readable by its owner alone
doctor-accounts-open = others than its owner can read or change their file; `chmod 600` closes it
