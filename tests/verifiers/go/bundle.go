package main

import (
	"bytes"
	"fmt"
	"regexp"
	"sort"
	"strconv"
	"strings"
)

const block = 512

var (
	lengthForm = regexp.MustCompile(`\A[0-7]{11}\x00\z`)
	nameForm   = regexp.MustCompile(`\A(README\.txt|bundle\.json|checkpoint|heads\.json|policy|(documents|pki)/[0-9a-f]{64}|` +
		`(entries|openings)/(0|[1-9][0-9]{0,17})\.json|receipts/(0|[1-9][0-9]{0,17})\.tlog-proof)\z`)
)

// headerOf is the one header that a member of this name and size may have.
func headerOf(name string, size int64) []byte {
	h := make([]byte, block)
	copy(h, name)
	copy(h[100:], "0000644\x000000000\x000000000\x00")
	copy(h[124:], fmt.Sprintf("%011o\x0000000000000\x00", size))
	copy(h[148:], "        0")
	copy(h[257:], "ustar\x0000")
	copy(h[329:], "0000000\x000000000\x00")
	sum := 0
	for _, c := range h {
		sum += int(c)
	}
	copy(h[148:], fmt.Sprintf("%06o\x00 ", sum))
	return h
}

// unpack reads a strict ustar archive.
func unpack(raw []byte) (names []string, members map[string][]byte) {
	members = map[string][]byte{}
	need(len(raw)%block == 0, "bundle: not whole blocks")
	zero := make([]byte, 2*block)
	for last := ""; ; {
		need(len(raw) >= block, "bundle: cut short")
		head := raw[:block]
		if bytes.Equal(head, zero[:block]) {
			need(bytes.Equal(raw, zero), "bundle: does not end with exactly two zero blocks")
			return names, members
		}
		name := strings.TrimRight(string(head[:100]), "\x00")
		need(lengthForm.Match(head[124:136]), "bundle: length of a member")
		size := must(strconv.ParseInt(string(head[124:135]), 8, 64))
		need(bytes.Equal(head, headerOf(name, size)), "bundle: header of member %q", name)
		need(nameForm.MatchString(name), "bundle: no member is called %q", name)
		need(name > last, "bundle: member %q is out of order or twice", name)
		last, raw = name, raw[block:]
		padded := (size + block - 1) / block * block
		need(padded <= int64(len(raw)), "bundle: cut short")
		need(bytes.Equal(raw[size:padded], zero[:padded-size]), "bundle: padding of member %q", name)
		names, members[name] = append(names, name), raw[:size]
		raw = raw[padded:]
	}
}

// bundle is one whose members, receipts and streams have been checked, its claim not yet.
type bundle struct {
	names              []string
	members            map[string][]byte
	list               *object
	origin             string
	top                checkpoint
	documents          map[string][]byte
	entries            map[int64]*entry
	seqs               []int64
	heads              *heads
	committed          bool
	unchecked, missing int
}

func readBundle(p *policy, raw []byte) *bundle {
	b := &bundle{documents: map[string][]byte{}, entries: map[int64]*entry{}}
	b.names, b.members = unpack(raw)
	b.checkList()
	b.top = p.open(b.member("checkpoint"), true)
	need(b.top.origin == b.origin, "bundle: the checkpoint is of another log")
	need(b.list.member["size"] == b.top.size, "bundle: the checkpoint is of another size")
	b.checkDigests()
	b.seqs = b.numbers("entries/", ".json")
	for _, seq := range b.seqs {
		b.entries[seq] = b.readEntry(seq)
	}
	for _, seq := range b.numbers("receipts/", ".tlog-proof") {
		need(b.entries[seq] != nil, "bundle: a receipt without its entry")
	}
	b.checkOrder()
	b.checkSignatures(newKeys(p))
	b.checkReferences()
	if raw, is := b.members["heads.json"]; is {
		b.heads = readHeads(raw, b.origin)
	}
	b.checkHeads()
	return b
}

func (b *bundle) member(name string) []byte {
	data, is := b.members[name]
	need(is, "bundle: member %s is missing", name)
	return data
}

// numbers in the names of a folder's members, ascending.
func (b *bundle) numbers(folder, ending string) (out []int64) {
	for _, n := range b.names {
		if strings.HasPrefix(n, folder) {
			out = append(out, decimal(strings.TrimSuffix(n[len(folder):], ending), "bundle: name"))
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i] < out[j] })
	return out
}

func (b *bundle) checkList() {
	b.list = readTyped(b.member("bundle.json"), "sponsio.bundle/1", "bundle")
	b.list.only("bundle", []string{"claim", "log", "members", "size", "type"})
	origin, ok1 := b.list.member["log"].(string)
	list, ok2 := b.list.member["members"].([]any)
	need(ok1 && ok2 && isCount(b.list.member["size"]), "bundle: form")
	b.origin = origin
	var listed []string
	for _, v := range list {
		m := asObject(v)
		need(m != nil, "bundle: list of members")
		m.only("bundle: member", []string{"bytes", "digest", "name"})
		name := m.text("name")
		data := b.member(name)
		need(m.member["bytes"] == int64(len(data)), "bundle: length of %s", name)
		need(m.text("digest") == cite(data), "bundle: digest of %s", name)
		listed = append(listed, name)
	}
	var others []string
	for _, n := range b.names {
		if n != "bundle.json" {
			others = append(others, n)
		}
	}
	need(strings.Join(listed, "\n") == strings.Join(others, "\n"), "bundle: the list is not that of the members")
}

func (b *bundle) checkDigests() {
	for _, n := range b.names {
		folder, digest, _ := strings.Cut(n, "/")
		if folder == "documents" || folder == "pki" {
			need(hexDigest(b.members[n]) == digest, "bundle: %s has another digest", n)
		}
		if folder == "documents" {
			b.documents["sha256:"+digest] = b.members[n]
		}
	}
}

func (b *bundle) readEntry(seq int64) *entry {
	raw := b.members[fmt.Sprintf("entries/%d.json", seq)]
	e := readEntry(raw, b.origin, seq)
	p := readProof(b.member(fmt.Sprintf("receipts/%d.tlog-proof", seq)))
	need(p.index == seq, "%s: the receipt is for another entry", e.what)
	need(bytes.Equal(p.note, b.members["checkpoint"]), "%s: the receipt holds another checkpoint", e.what)
	p.check(b.top, raw)
	return e
}

// checkOrder: what entries say of each other must fit, as far as both are here.
func (b *bundle) checkOrder() {
	ids, recorded, last := map[string]int64{}, "", map[string]*entry{}
	for _, seq := range b.seqs {
		e := b.entries[seq]
		checkID(e, ids)
		need(e.recorded >= recorded, "%s: recorded before an earlier entry", e.what)
		recorded = e.recorded
		if before := last[e.stream]; before != nil {
			need(e.nth > before.nth, "%s: does not follow in its stream", e.what)
			need((e.nth == before.nth+1) == (e.prev == before.seq), "%s: does not follow in its stream", e.what)
		}
		need((e.nth == 0) == (e.prev == -1) && e.prev < seq, "%s: link of its stream", e.what)
		if p := b.entries[e.prev]; p != nil {
			need(p.stream == e.stream && p.nth == e.nth-1, "%s: link of its stream", e.what)
		}
		last[e.stream] = e
	}
}

func (b *bundle) checkSignatures(k keys) {
	for _, n := range b.names {
		if (strings.HasPrefix(n, "pki/") || strings.HasPrefix(n, "documents/")) && len(b.members[n]) == 32 {
			k.add(b.members[n])
		}
	}
	for _, seq := range b.seqs {
		k.learn(b.entries[seq])
	}
	for _, seq := range b.seqs {
		e := b.entries[seq]
		b.unchecked += k.check(e.act, e.sigs, e.what)
	}
	for _, seq := range b.numbers("openings/", ".json") {
		need(b.entries[seq] != nil, "bundle: opening of entry %d, which is not here", seq)
		o := readOpening(b.members[fmt.Sprintf("openings/%d.json", seq)])
		b.unchecked += o.check(b.entries[seq], k)
	}
}

func (b *bundle) checkReferences() {
	for _, seq := range b.seqs {
		for _, d := range b.entries[seq].documents {
			data, here := b.documents[d.digest]
			need(!here || int64(len(data)) == d.length, "entry %d: length of a document", seq)
			if !here {
				b.missing++
			}
		}
	}
}

// checkHeads compares the entries with the heads and looks for the entry that commits to the heads.
func (b *bundle) checkHeads() {
	for _, seq := range b.seqs {
		e := b.entries[seq]
		if e.kind() == "heads" {
			need(e.stream == "log" && isDigest(e.act.member["heads"]), "%s: form of heads", e.what)
		}
		switch {
		case b.heads == nil:
		case seq == b.heads.size:
			need(e.kind() == "heads" && e.act.text("heads") == b.heads.digest, "heads: the entry of this size names others")
			b.committed = true
		case seq < b.heads.size:
			t, known := b.heads.streams[e.stream]
			need(known && e.nth < t.count && seq <= t.last, "%s: the heads do not know it", e.what)
			need((e.nth == t.count-1) == (seq == t.last), "%s: the heads place it elsewhere", e.what)
		}
	}
}

// claim checks the claim and says in words what it comes to.
func (b *bundle) claim() (words string) {
	c := asObject(b.list.member["claim"])
	need(c != nil, "claim: form")
	switch c.text("kind") {
	case "act":
		c.only("claim", []string{"kind", "seq"})
		words = fmt.Sprintf("entry %d is in the log", b.claimed(c).seq)
	case "document":
		words = b.claimDocument(c)
	case "status":
		words = b.claimStatus(c)
	default:
		need(false, "claim: unknown kind")
	}
	if b.heads != nil && !b.committed {
		panic(incomplete(fmt.Sprintf("entry %d, which commits to the heads", b.heads.size)))
	}
	return words
}

func (b *bundle) claimed(c *object) *entry {
	need(isCount(c.member["seq"]), "claim: seq")
	e := b.entries[c.member["seq"].(int64)]
	if e == nil {
		panic(incomplete(fmt.Sprintf("entry %d, which the claim is about", c.member["seq"])))
	}
	return e
}

func (b *bundle) claimDocument(c *object) string {
	c.only("claim", []string{"digest", "kind", "seq"})
	need(isDigest(c.member["digest"]), "claim: digest")
	e, digest, named := b.claimed(c), c.text("digest"), false
	for _, d := range e.documents {
		named = named || d.digest == digest
	}
	if e.public {
		for _, v := range e.act.member {
			named = named || v == any(digest)
		}
	}
	need(named, "claim: %s does not name this document", e.what)
	if _, here := b.documents[digest]; !here {
		panic(incomplete("the document " + digest))
	}
	return fmt.Sprintf("the document %s is the one that entry %d names", digest, e.seq)
}

func (b *bundle) claimStatus(c *object) string {
	c.only("claim", []string{"kind", "register", "treaty"}, "at", "known", "participant")
	need(isDigest(c.member["register"]) && isWord(c.member["treaty"]), "claim: register or treaty")
	for name, good := range map[string]func(any) bool{
		"at": isDay, "participant": isWord, "known": func(v any) bool { return isDay(v) || isInstant(v) },
	} {
		v, is := c.member[name]
		need(!is || good(v), "claim: %s", name)
	}
	if b.heads == nil {
		panic(incomplete("heads.json"))
	}
	instrument := "instrument/" + c.text("treaty")
	covers, known := b.heads.streams[instrument]
	need(known, "claim: the heads name no stream %s", instrument)
	b.checkCovered()
	b.complete(instrument)
	return fmt.Sprintf("the log states by its heads of size %d that stream %s has these %d entries and no other; the law was "+
		"not re-run, so the claim on what they mean is not examined; only a full copy of the log proves that nothing else exists",
		b.heads.size, instrument, covers.count)
}

func (b *bundle) checkCovered() {
	for _, seq := range b.seqs {
		e := b.entries[seq]
		need(e.stream == "log" || seq < b.heads.size, "%s: later than the heads", e.what)
		need(seq != 0 || e.kind() == "opening", "entry 0: does not open a register")
		if e.kind() == "table" {
			need(isDigest(e.act.member["table"]), "an act of a table names no table")
			if doc, here := b.documents[e.act.text("table")]; here {
				readRecord(doc)
			}
		}
	}
}

func (b *bundle) complete(instrument string) {
	if b.entries[0] == nil {
		panic(incomplete("entry 0, which opens the register"))
	}
	held := map[string]int64{instrument: 0, "participants": 0, "policies": 0, "tables": 0}
	for _, e := range b.entries {
		if e.stream != "log" {
			held[e.stream]++
		}
	}
	names := make([]string, 0, len(held))
	for n := range held {
		names = append(names, n)
	}
	sort.Strings(names)
	for _, n := range names {
		if want := b.heads.streams[n].count; held[n] != want {
			panic(incomplete(fmt.Sprintf("%d entries of stream %s", want-held[n], n)))
		}
	}
	for _, seq := range b.seqs {
		if e := b.entries[seq]; e.kind() == "table" && b.documents[e.act.text("table")] == nil {
			panic(incomplete(fmt.Sprintf("the table that entry %d names", seq)))
		}
	}
}
