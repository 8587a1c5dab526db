package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"regexp"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const (
	noteMax     = 262144
	logKey      = 1
	cosigner    = 4
	cosignerPQ  = 6
	pqPublic    = 1312
	pqSignature = 2420
)

// key is a public key with its name, as a vkey states it; a note.Verifier.
type key struct {
	name   string
	id     uint32
	kind   byte
	public []byte
}

func (k *key) Name() string    { return k.name }
func (k *key) KeyHash() uint32 { return k.id }

// Verify measures an ML-DSA-44 cosignature and does not verify it; counts says that it is worth nothing.
func (k *key) Verify(text, sig []byte) bool {
	if k.kind == logKey {
		return verifyStrict(k.public, text, sig)
	}
	if len(sig) < 8 || sig[0] > 127 {
		return false
	}
	if k.kind == cosignerPQ {
		return len(sig) == 8+pqSignature
	}
	head := fmt.Sprintf("cosignature/v1\ntime %d\n", binary.BigEndian.Uint64(sig))
	return verifyStrict(k.public, append([]byte(head), text...), sig[8:])
}

func (k *key) counts() bool { return k.kind != cosignerPQ }

var idForm = regexp.MustCompile(`\A[0-9a-f]{8}\z`)

func goodName(s string) bool {
	return s != "" && utf8.ValidString(s) && !strings.Contains(s, "+") && strings.IndexFunc(s, unicode.IsSpace) < 0
}

func readKey(vkey string, kinds ...byte) *key {
	part := strings.SplitN(vkey, "+", 3)
	need(len(part) == 3 && goodName(part[0]) && idForm.MatchString(part[1]), "vkey: form")
	blob := unbase64(part[2], "vkey")
	need(len(blob) > 0 && bytes.IndexByte(kinds, blob[0]) >= 0, "vkey: type of key")
	k := &key{name: part[0], kind: blob[0], public: blob[1:]}
	if k.kind == cosignerPQ {
		need(len(k.public) == pqPublic, "vkey: length of key")
	} else {
		need(len(k.public) == 32, "vkey: length of key")
		need(goodPoint(k.public), "vkey: no point, or of small order")
	}
	h := sha256.Sum256(append([]byte(k.name+"\n"), blob...))
	k.id = binary.BigEndian.Uint32(h[:])
	need(hex.EncodeToString(h[:4]) == part[1], "vkey: the key id is not that of the key")
	return k
}

type group struct {
	least   int
	members []string
}

type policy struct {
	logs      []*key
	witnesses map[string]*key
	groups    map[string]group
	quorum    string
	public    map[string]bool // keys so far
	member    map[string]bool // names that are in a group
}

func readPolicy(raw []byte) *policy {
	p := &policy{witnesses: map[string]*key{}, groups: map[string]group{}, public: map[string]bool{}, member: map[string]bool{}}
	for _, c := range raw {
		need(c == '\t' || c == '\n' || c >= ' ' && c != 0x7f, "policy: control character")
	}
	need(bytes.HasSuffix(raw, []byte("\n")), "policy: the last line does not end")
	for _, line := range strings.Split(string(raw), "\n") {
		w := strings.FieldsFunc(line, func(r rune) bool { return r == ' ' || r == '\t' })
		if len(w) > 0 && w[0][0] != '#' {
			p.line(w)
		}
	}
	need(len(p.logs) > 0 && p.quorum != "", "policy: a log and a quorum are needed")
	return p
}

func (p *policy) line(w []string) {
	switch {
	case w[0] == "log" && (len(w) == 2 || len(w) == 3):
		p.logs = append(p.logs, p.newKey(w[1], logKey))
	case w[0] == "witness" && (len(w) == 3 || len(w) == 4):
		p.newName(w[1])
		p.witnesses[w[1]] = p.newKey(w[2], cosigner, cosignerPQ)
	case w[0] == "group" && len(w) >= 4:
		p.newName(w[1])
		p.groups[w[1]] = p.newGroup(w[2], w[3:])
	case w[0] == "quorum" && len(w) == 2 && p.quorum == "":
		need(w[1] == "none" || p.known(w[1]), "policy: unknown quorum")
		p.quorum = w[1]
	default:
		need(false, "policy: line %q", strings.Join(w, " "))
	}
}

func (p *policy) known(name string) bool {
	_, isGroup := p.groups[name]
	return isGroup || p.witnesses[name] != nil
}

func (p *policy) newName(name string) {
	need(name != "none" && !p.known(name), "policy: a name twice")
}

func (p *policy) newKey(vkey string, kinds ...byte) *key {
	k := readKey(vkey, kinds...)
	need(!p.public[string(k.public)], "policy: a key twice")
	p.public[string(k.public)] = true
	return k
}

func (p *policy) newGroup(least string, members []string) group {
	for _, m := range members {
		need(p.known(m), "policy: unknown member of a group")
		need(!p.member[m], "policy: a member of a group twice")
		p.member[m] = true
	}
	n := int64(len(members))
	k := n
	if least == "any" {
		k = 1
	} else if least != "all" {
		k = decimal(least, "policy: threshold")
	}
	need(1 <= k && k <= n, "policy: threshold")
	return group{int(k), members}
}

func (p *policy) met(name string, seen map[string]bool) bool {
	g, isGroup := p.groups[name]
	if !isGroup {
		return name == "none" || seen[name]
	}
	n := 0
	for _, m := range g.members {
		if p.met(m, seen) {
			n++
		}
	}
	return n >= g.least
}

// checkpoint is one whose signatures have been checked against a policy.
type checkpoint struct {
	origin string
	size   int64
	root   tlog.Hash
	seen   []string
}

func (c checkpoint) words() string {
	if len(c.seen) == 0 {
		return "cosigned by nobody"
	}
	return "cosigned by " + strings.Join(c.seen, ", ")
}

// open lets note.Open have its say and then reads every line itself: note.Open passes over a second line of one key
// and over base64 with line ends in it.
func (p *policy) open(raw []byte, quorum bool) checkpoint {
	need(len(raw) <= noteMax, "note: too large")
	var known []note.Verifier
	for _, k := range p.logs {
		known = append(known, k)
	}
	for _, k := range p.witnesses {
		known = append(known, k)
	}
	n := must(note.Open(raw, note.VerifierList(known...)))
	line := strings.Split(n.Text, "\n")
	need(len(line) >= 4 && line[len(line)-1] == "", "checkpoint: form")
	for _, s := range line[:len(line)-1] {
		need(s != "", "checkpoint: empty line")
	}
	unbase64(line[2], "checkpoint: root")
	c := checkpoint{origin: line[0], size: decimal(line[1], "checkpoint: size"), root: must(tlog.ParseHash(line[2]))}
	signed, seen := p.signatures(n.Text, string(raw[len(n.Text)+1:]), c.origin)
	need(signed, "no signature of this origin by a log key of the policy")
	for name := range seen {
		c.seen = append(c.seen, name)
	}
	sort.Strings(c.seen)
	need(!quorum || p.met(p.quorum, seen), "the quorum is not met")
	return c
}

func (p *policy) signatures(text, block, origin string) (signed bool, seen map[string]bool) {
	lines := strings.Split(strings.TrimSuffix(block, "\n"), "\n")
	need(len(lines) <= 64, "note: too many signatures")
	seen = map[string]bool{}
	for _, s := range lines {
		f := strings.Split(s, " ")
		need(len(f) == 3 && f[0] == "\u2014" && goodName(f[1]), "note: signature line")
		blob := unbase64(f[2], "note: signature")
		need(len(blob) >= 5, "note: short signature")
		id, sig := binary.BigEndian.Uint32(blob), blob[4:]
		for _, k := range p.logs {
			if k.name == f[1] && k.id == id {
				need(k.Verify([]byte(text), sig), "the signature of %s does not verify", k.name)
				signed = signed || k.name == origin
			}
		}
		for name, k := range p.witnesses {
			if k.name == f[1] && k.id == id {
				need(k.Verify([]byte(text), sig), "the cosignature of %s does not verify", k.name)
				if k.counts() {
					seen[name] = true
				}
			}
		}
	}
	return signed, seen
}

// proof is a C2SP tlog-proof.
type proof struct {
	index int64
	path  []tlog.Hash
	note  []byte
}

func readProof(raw []byte) proof {
	head, cp, blank := strings.Cut(string(raw), "\n\n")
	need(blank, "proof: form")
	l := strings.Split(head, "\n")
	need(l[0] == "c2sp.org/tlog-proof@v1", "proof: first line")
	l = l[1:]
	if len(l) > 0 && strings.HasPrefix(l[0], "extra ") {
		unbase64(l[0][6:], "proof: extra data")
		l = l[1:]
	}
	need(len(l) > 0 && strings.HasPrefix(l[0], "index "), "proof: index line")
	return proof{decimal(l[0][6:], "proof: index"), hashLines(l[1:]), []byte(cp)}
}

func hashLines(lines []string) (out []tlog.Hash) {
	need(len(lines) <= 63, "proof: too many hashes")
	for _, s := range lines {
		need(len(unbase64(s, "proof: hash")) == 32, "proof: length of a hash")
		out = append(out, must(tlog.ParseHash(s)))
	}
	return out
}

func (p proof) check(c checkpoint, entry []byte) {
	need(p.index < c.size, "the index is not below the size of the tree")
	err := tlog.CheckRecord(tlog.RecordProof(p.path), c.size, c.root, p.index, tlog.RecordHash(entry))
	need(err == nil, "the inclusion path does not lead to the root")
}
