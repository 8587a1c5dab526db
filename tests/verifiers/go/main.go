// Independent verifier of Sponsio's logs, on golang.org/x/mod (Debian: golang-go, golang-golang-x-mod-dev).
// Build: GO111MODULE=off GOPATH=/usr/share/gocode go build -o verify *.go
//
// tlog.TileHashReader is not used, on purpose: it can hand out hashes that nothing authenticates. Every tile is
// recomputed from the entries instead.
package main

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"fmt"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

const usage = `usage:
verify log     POLICY LOGDIR                     every entry, every tile, the checkpoint, the quorum
verify receipt POLICY ENTRY PROOF                one entry against one .tlog-proof
verify grow    POLICY OLD_CHECKPOINT LOGDIR      LOGDIR only appends to OLD_CHECKPOINT
verify fork    POLICY NOTE1 NOTE2 [CONSISTENCY]  0 if the notes prove that the log showed two views
verify bundle  POLICY FILE                       one claim, offline
verify opening BUNDLE_OR_ENTRY OPENING           an opening opens the commitment of its entry
verify batch                                     commands on standard input, one a line, words parted by tabs;
                                                 answers each with one line: exit code, tab, text
Exit codes: 0 verified; 1 with one line "FAIL: reason" or "INCOMPLETE: what"; 2 usage.`

// command is what one word of the command line does, and with how many words after it.
type command struct {
	run         func(words []string) string
	least, most int
}

var commands = map[string]command{
	"log":     {verifyLog, 2, 2},
	"receipt": {verifyReceipt, 3, 3},
	"grow":    {verifyGrowth, 3, 3},
	"fork":    {verifyFork, 3, 4},
	"bundle":  {verifyBundle, 2, 2},
	"opening": {verifyOpening, 2, 2},
}

func main() {
	words := os.Args[1:]
	if len(words) == 1 && words[0] == "batch" {
		batch()
		return
	}
	code, text := verdict(words)
	fmt.Println(text)
	os.Exit(code)
}

func batch() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		code, text := verdict(strings.Split(in.Text(), "\t"))
		fmt.Printf("%d\t%s\n", code, strings.ReplaceAll(text, "\n", " "))
	}
}

// verdict runs one command. Whatever the files hold, it ends as verified, refused or incomplete.
func verdict(words []string) (code int, text string) {
	if len(words) == 0 {
		return 2, usage
	}
	c, known := commands[words[0]]
	if n := len(words) - 1; !known || n < c.least || n > c.most {
		return 2, usage
	}
	defer func() {
		switch end := recover().(type) {
		case nil:
		case refused:
			code, text = 1, "FAIL: "+oneLine(string(end))
		case incomplete:
			code, text = 1, "INCOMPLETE: "+oneLine(string(end))
		default:
			panic(end)
		}
	}()
	return 0, "OK " + c.run(words[1:])
}

func oneLine(s string) string { return strings.ReplaceAll(s, "\n", " ") }

func verifyLog(w []string) string {
	p := readPolicy(readFile(w[0]))
	a := newAudit(p, w[1])
	root := base64.StdEncoding.EncodeToString(a.top.root[:])
	return fmt.Sprintf("log %s of %d entries, root %s, %s%s", a.top.origin, a.top.size, root, a.top.words(), remarks(a.unchecked, a.missing))
}

func verifyReceipt(w []string) string {
	p, raw, shown := readPolicy(readFile(w[0])), readFile(w[1]), readProof(readFile(w[2]))
	top := p.open(shown.note, true)
	e := readEntry(raw, top.origin, shown.index)
	shown.check(top, raw)
	k := newKeys(p)
	k.learn(e)
	unchecked := k.check(e.act, e.sigs, e.what)
	return fmt.Sprintf("entry %d of %d in %s, %s; %d signatures of the act not checked", e.seq, top.size, top.origin, top.words(), unchecked)
}

func verifyGrowth(w []string) string {
	p := readPolicy(readFile(w[0]))
	old := p.open(readFile(w[1]), true)
	a := newAudit(p, w[2])
	need(old.origin == a.top.origin && old.size <= a.top.size, "the old checkpoint is not of this log's past")
	need(a.root(old.size) == old.root, "the log is no continuation of the old checkpoint")
	if old.size > 0 { // a second opinion
		proof := must(tlog.ProveTree(a.top.size, old.size, a.hashes))
		need(tlog.CheckTree(proof, a.top.size, a.top.root, old.size, old.root) == nil, "the consistency proof fails")
	}
	return fmt.Sprintf("%s grew from %d to %d entries", a.top.origin, old.size, a.top.size)
}

// verifyFork asks no quorum: a log that signs two views has lied even if no witness saw either.
func verifyFork(w []string) string {
	p := readPolicy(readFile(w[0]))
	old, now := p.open(readFile(w[1]), false), p.open(readFile(w[2]), false)
	if old.size > now.size {
		old, now = now, old
	}
	need(old.origin == now.origin, "the notes are of two logs")
	if old.size == now.size {
		need(len(w) == 3, "notes of equal size need no consistency proof")
		need(old.root != now.root, "no contradiction between these notes")
		return fmt.Sprintf("fork of %s: two roots of size %d", old.origin, old.size)
	}
	need(len(w) == 4, "notes of different sizes need a consistency proof")
	text := readFile(w[3])
	need(bytes.HasSuffix(text, []byte("\n")), "consistency: form")
	path := hashLines(strings.Split(string(text[:len(text)-1]), "\n"))
	need(old.size > 0, "every log continues the empty one")
	oldRoot, newRoot, rest := rootsFrom(old.size, now.size, path)
	need(len(rest) == 0 && newRoot == now.root, "the consistency path is not of the larger tree and proves nothing")
	need(oldRoot != old.root, "no contradiction between these notes")
	return fmt.Sprintf("fork of %s: the tree of size %d does not continue that of size %d", old.origin, now.size, old.size)
}

// rootsFrom walks SUBPROOF of RFC 6962 section 2.1.2 with its flag always false, so that the starting hash is always
// stated: the path alone, without the old root, says what the first leaves of the new tree were.
func rootsFrom(old, size int64, path []tlog.Hash) (oldRoot, newRoot tlog.Hash, rest []tlog.Hash) {
	next := func() tlog.Hash {
		need(len(rest) > 0, "the consistency path is too short")
		h := rest[0]
		rest = rest[1:]
		return h
	}
	if old == size {
		rest = path
		h := next()
		return h, h, rest
	}
	k := int64(1)
	for k*2 < size {
		k *= 2
	}
	if old <= k {
		oldRoot, newRoot, rest = rootsFrom(old, k, path)
		right := next()
		return oldRoot, tlog.NodeHash(newRoot, right), rest
	}
	oldRoot, newRoot, rest = rootsFrom(old-k, size-k, path)
	left := next()
	return tlog.NodeHash(left, oldRoot), tlog.NodeHash(left, newRoot), rest
}

func verifyBundle(w []string) string {
	b := readBundle(readPolicy(readFile(w[0])), readFile(w[1]))
	words := b.claim()
	return fmt.Sprintf("%s; %s, size %d, %s%s", words, b.top.origin, b.top.size, b.top.words(), remarks(b.unchecked, b.missing))
}

// verifyOpening says nothing on whether the entry is in a log: `receipt` and `bundle` do.
func verifyOpening(w []string) string {
	raw, o := readFile(w[0]), readOpening(readFile(w[1]))
	if !bytes.HasPrefix(raw, []byte("{")) {
		name := fmt.Sprintf("entries/%d.json", o.seq)
		names, members := unpack(raw)
		need(contains(names, name), "bundle: member %s is missing", name)
		raw = members[name]
	}
	origin, ok := readRecord(raw).member["log"].(string)
	need(ok, "entry: no log")
	unchecked := o.check(readEntry(raw, origin, o.seq), newKeys(nil))
	return fmt.Sprintf("the commitment of entry %d opens; %d signatures of the act not checked", o.seq, unchecked)
}

func remarks(unchecked, missing int) (s string) {
	if unchecked > 0 {
		s = fmt.Sprintf("; %d signatures of acts not checked: other kind or key not at hand", unchecked)
	}
	if missing > 0 {
		s += fmt.Sprintf("; %d documents not at hand", missing)
	}
	return s
}
