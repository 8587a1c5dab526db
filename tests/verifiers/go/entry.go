package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"sort"
	"strings"
)

const (
	entryMax = 65535
	payload  = "application/vnd.sponsio.act+json"
)

var (
	officerForm = regexp.MustCompile(`\Ao-[!-~]+\z`)
	kindForm    = regexp.MustCompile(`\A[ -~]+\z`)
	idOfAct     = regexp.MustCompile(`\A[0-9a-f]{32}\z`)
	entryNames  = []string{"act", "by", "log", "recorded", "seq", "stream", "type", "visibility"}
)

type reference struct {
	digest string
	length int64
}

type signature struct {
	key, kind string
	sig       []byte
}

// entry is one whose form has been checked.
type entry struct {
	what      string
	seq       int64
	public    bool
	recorded  string
	stream    string
	nth, prev int64
	act       *object
	sigs      []signature
	documents []reference
}

// kind returns the kind of a public act, nothing for a commitment.
func (e *entry) kind() string {
	if e.public {
		return e.act.text("kind")
	}
	return ""
}

func readEntry(raw []byte, origin string, seq int64) *entry {
	e := &entry{what: fmt.Sprintf("entry %d", seq), seq: seq}
	need(len(raw) <= entryMax, "%s: larger than an entry may be", e.what)
	o := readTyped(raw, "sponsio.entry/1", e.what)
	names := entryNames
	switch o.text("visibility") {
	case "public":
		e.public = true
		names = append(append([]string{}, names...), "sigs")
	case "parties", "sealed":
	default:
		need(false, "%s: unknown visibility", e.what)
	}
	o.only(e.what, names)
	need(o.member["log"] == origin, "%s: belongs to another log", e.what)
	need(o.member["seq"] == seq, "%s: states another seq", e.what)
	need(isInstant(o.member["recorded"]), "%s: `recorded` is no instant", e.what)
	e.recorded = o.text("recorded")
	checkBy(asObject(o.member["by"]), e.what)
	e.readStream(asObject(o.member["stream"]))
	e.act = asObject(o.member["act"])
	need(e.act != nil, "%s: no act", e.what)
	if e.public {
		e.documents = checkAct(e.act, e.what)
		e.sigs = readSignatures(o.member["sigs"], e.what)
	} else {
		e.act.only(e.what, []string{"commit"})
		need(isDigest(e.act.member["commit"]), "%s: no commitment", e.what)
	}
	return e
}

func checkBy(by *object, what string) {
	need(by != nil, "%s: `by` is no object", what)
	by.only(what+": by", []string{"office"}, "officer", "party")
	office := by.text("office")
	need(contains([]string{"depositary", "delegation", "secretariat", "system"}, office), "%s: unknown office", what)
	if v, is := by.member["officer"]; is {
		need(isText(v, officerForm), "%s: no pseudonym of an officer", what)
	}
	if v, is := by.member["party"]; is {
		need(isWord(v) && office != "depositary", "%s: no party here", what)
	}
}

func (e *entry) readStream(s *object) {
	need(s != nil, "%s: no stream", e.what)
	s.only(e.what+": stream", []string{"name", "nth", "prev"})
	need(isWord(s.member["name"]) && isCount(s.member["nth"]), "%s: form of the stream", e.what)
	prev, ok := s.member["prev"].(int64)
	need(ok && prev >= -1, "%s: form of the stream", e.what)
	e.stream, e.nth, e.prev = s.text("name"), s.member["nth"].(int64), prev
}

// checkAct asks of an act only what the log itself needs; whether it is lawful is not asked here.
func checkAct(act *object, what string) (refs []reference) {
	need(act.text("type") == "sponsio.act/1", "%s: type of the act", what)
	need(isText(act.member["kind"], kindForm), "%s: kind of the act", what)
	need(isText(act.member["id"], idOfAct), "%s: id of the act", what)
	docs, is := act.member["docs"]
	list, ok := docs.([]any)
	need(ok || !is, "%s: documents", what)
	for _, v := range list {
		d := asObject(v)
		need(d != nil, "%s: document", what)
		d.only(what+": document", []string{"bytes", "digest", "media"}, "lang")
		_, hasLang := d.member["lang"]
		need(isCount(d.member["bytes"]) && isDigest(d.member["digest"]), "%s: document", what)
		need(isWord(d.member["media"]) && (!hasLang || isWord(d.member["lang"])), "%s: document", what)
		refs = append(refs, reference{d.text("digest"), d.member["bytes"].(int64)})
	}
	return refs
}

// readSignatures looks at x509 signatures no further than their form.
func readSignatures(v any, what string) (out []signature) {
	list, ok := v.([]any)
	need(ok, "%s: signatures", what)
	for _, v := range list {
		s := asObject(v)
		need(s != nil, "%s: signature", what)
		s.only(what+": signature", []string{"key", "kind", "sig"}, "chain")
		kind := s.text("kind")
		need(isDigest(s.member["key"]) && (kind == "ed25519" || kind == "x509"), "%s: signature", what)
		if c, is := s.member["chain"]; is {
			chain, ok := c.([]any)
			need(ok, "%s: chain of a signature", what)
			for _, d := range chain {
				need(isDigest(d), "%s: chain of a signature", what)
			}
		}
		text, ok := s.member["sig"].(string)
		need(ok, "%s: signature", what)
		sig := unbase64(text, what+": signature")
		need(kind == "ed25519" && len(sig) == 64 || kind == "x509" && len(sig) > 0, "%s: length of a signature", what)
		out = append(out, signature{s.text("key"), kind, sig})
	}
	return out
}

// keys of acts, by the digest that a signature cites: SHA-256 of the bare 32 bytes.
type keys map[string][]byte

func newKeys(p *policy) keys {
	k := keys{}
	if p != nil {
		for _, l := range p.logs {
			k.add(l.public)
		}
	}
	return k
}

func (k keys) add(public []byte) { k[cite(public)] = public }

// learn takes up the key that an act of the log introduces.
func (k keys) learn(e *entry) {
	if e.stream != "log" {
		return
	}
	switch e.kind() {
	case "rotate":
		if s, ok := e.act.member["vkey"].(string); ok {
			k.add(readKey(s, logKey).public)
		}
	case "opening": // a recovery key need not be a vkey
		defer func() {
			if end := recover(); end != nil {
				if _, ok := end.(refused); !ok {
					panic(end)
				}
			}
		}()
		if s, ok := e.act.member["recovery"].(string); ok {
			k.add(readKey(s, logKey).public)
		}
	}
}

// check refuses a signature that fails under a known key and returns how many could not be checked.
func (k keys) check(act *object, sigs []signature, what string) (unchecked int) {
	for _, s := range sigs {
		public, known := k[s.key]
		if s.kind != "ed25519" || !known {
			unchecked++
			continue
		}
		body := fmt.Sprintf("DSSEv1 %d %s %d %s", len(payload), payload, len(act.raw), act.raw)
		need(verifyStrict(public, []byte(body), s.sig), "%s: signature of the act does not verify", what)
	}
	return unchecked
}

type tail struct{ count, last int64 }

// course is what the entries so far fix for the next one.
type course struct {
	origin   string
	recorded string
	ids      map[string]int64
	streams  map[string]tail
}

func newCourse(origin string) *course {
	return &course{origin: origin, ids: map[string]int64{}, streams: map[string]tail{}}
}

func (c *course) follow(e *entry) {
	need(e.recorded >= c.recorded, "%s: recorded before its predecessor", e.what)
	t, is := c.streams[e.stream]
	if !is {
		t.last = -1
	}
	need(e.nth == t.count && e.prev == t.last, "%s: does not follow in its stream", e.what)
	checkID(e, c.ids)
	if e.kind() == "heads" {
		need(e.stream == "log", "%s: heads outside the stream `log`", e.what)
		need(e.act.text("heads") == cite(c.heads(e.seq)), "%s: not the heads of this log", e.what)
	}
	c.recorded = e.recorded
	c.streams[e.stream] = tail{t.count + 1, e.seq}
}

func checkID(e *entry, ids map[string]int64) {
	if e.public {
		first, is := ids[e.act.text("id")]
		need(!is, "%s: the id of its act is that of entry %d", e.what, first)
		ids[e.act.text("id")] = e.seq
	}
}

// heads returns the record of the heads as of the entries so far.
func (c *course) heads(size int64) []byte {
	names := make([]string, 0, len(c.streams))
	for n := range c.streams {
		names = append(names, n)
	}
	sort.Strings(names)
	var o bytes.Buffer
	quote := strings.NewReplacer(`\`, `\\`, `"`, `\"`)
	fmt.Fprintf(&o, `{"log":"%s","size":%d,"streams":[`, quote.Replace(c.origin), size)
	for i, n := range names {
		if i > 0 {
			o.WriteByte(',')
		}
		fmt.Fprintf(&o, `{"count":%d,"last":%d,"name":"%s"}`, c.streams[n].count, c.streams[n].last, quote.Replace(n))
	}
	o.WriteString(`],"type":"sponsio.heads/1"}`)
	return o.Bytes()
}

// opening discloses the private record behind a commitment.
type opening struct {
	seq             int64
	salt, disclosed []byte
}

func readOpening(raw []byte) opening {
	o := readTyped(raw, "sponsio.opening/1", "opening")
	o.only("opening", []string{"bytes", "salt", "seq", "type"})
	salt, ok1 := o.member["salt"].(string)
	text, ok2 := o.member["bytes"].(string)
	need(isCount(o.member["seq"]) && ok1 && ok2, "opening: form")
	r := opening{o.member["seq"].(int64), unbase64(salt, "opening: salt"), unbase64(text, "opening: bytes")}
	need(len(r.salt) == 32, "opening: length of the salt")
	return r
}

// check refuses the opening of anything but this entry and returns the number of unchecked signatures.
func (o opening) check(e *entry, k keys) int {
	need(e.seq == o.seq, "the opening is for another entry")
	need(!e.public, "%s: nothing is committed here", e.what)
	h := sha256.New()
	h.Write([]byte("sponsio.commit/1\n"))
	h.Write(o.salt)
	h.Write(o.disclosed)
	need(e.act.text("commit") == "sha256:"+hex.EncodeToString(h.Sum(nil)), "%s: the opening does not open the commitment", e.what)
	what := e.what + ": disclosed"
	private := readTyped(o.disclosed, "sponsio.private/1", what)
	private.only(what, []string{"act", "sigs", "type"})
	act := asObject(private.member["act"])
	need(act != nil, "%s: no act", what)
	checkAct(act, what)
	return k.check(act, readSignatures(private.member["sigs"], what), what)
}

// heads is the record of the heads, as bundles carry it.
type heads struct {
	size    int64
	digest  string
	streams map[string]tail
}

func readHeads(raw []byte, origin string) *heads {
	o := readTyped(raw, "sponsio.heads/1", "heads")
	o.only("heads", []string{"log", "size", "streams", "type"})
	need(o.member["log"] == origin, "heads: of another log")
	list, ok := o.member["streams"].([]any)
	need(ok && isCount(o.member["size"]), "heads: form")
	h := &heads{o.member["size"].(int64), cite(raw), map[string]tail{}}
	before := ""
	for _, v := range list {
		s := asObject(v)
		need(s != nil, "heads: stream")
		s.only("heads: stream", []string{"count", "last", "name"})
		need(isCount(s.member["count"]) && isCount(s.member["last"]) && isWord(s.member["name"]), "heads: stream")
		name, t := s.text("name"), tail{s.member["count"].(int64), s.member["last"].(int64)}
		need(name > before, "heads: the streams are not in order")
		need(1 <= t.count && t.count <= t.last+1 && t.last < h.size, "heads: count and last entry of a stream")
		h.streams[name], before = t, name
	}
	return h
}
