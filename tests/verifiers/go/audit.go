package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

// stored are the hashes of a tree in the order of tlog, computed from the entries alone.
type stored []tlog.Hash

func (s stored) ReadHashes(at []int64) (out []tlog.Hash, err error) {
	for _, i := range at {
		if i >= int64(len(s)) {
			return nil, fmt.Errorf("hash %d is beyond the tree", i)
		}
		out = append(out, s[i])
	}
	return out, nil
}

// tile is what the entries give for one tile: its bytes, and where each width of it ends.
type tile struct {
	data []byte
	ends []int
}

// audit is a log in a folder, fully verified by making it.
type audit struct {
	dir                string
	top                checkpoint
	hashes             stored
	tiles              map[string]tile
	documents          map[string][]byte
	unchecked, missing int
	lacking            []string
}

func newAudit(p *policy, dir string) *audit {
	a := &audit{dir: dir, tiles: map[string]tile{}, documents: map[string][]byte{}}
	a.top = p.open(a.read("checkpoint"), true)
	files := filesUnder(dir)
	a.readDocuments(files)
	a.readEntries(p)
	need(a.root(a.top.size) == a.top.root, "the root computed from the entries is not that of the checkpoint")
	a.checkTiles()
	a.nothingElse(files)
	if len(a.lacking) > 0 {
		panic(incomplete(strings.Join(a.lacking, ", ")))
	}
	return a
}

// root of the first entries. tlog.TreeHash gives zeros for the empty tree; RFC 6962 has the hash of nothing.
func (a *audit) root(size int64) tlog.Hash {
	if size == 0 {
		return sha256.Sum256(nil)
	}
	return must(tlog.TreeHash(size, a.hashes))
}

// read returns a file that is needed to go on.
func (a *audit) read(path string) []byte {
	if !a.has(path) {
		panic(incomplete(path))
	}
	return readFile(filepath.Join(a.dir, path))
}

func (a *audit) has(path string) bool {
	_, err := os.Lstat(filepath.Join(a.dir, path))
	return !os.IsNotExist(err)
}

// filesUnder lists all files with `/` between the parts of their names; links are refused.
func filesUnder(dir string) (out []string) {
	var walk func(prefix string)
	walk = func(prefix string) {
		for _, d := range must(os.ReadDir(filepath.Join(dir, prefix))) {
			path := prefix + d.Name()
			if d.IsDir() {
				walk(path + "/")
				continue
			}
			need(d.Type().IsRegular(), "%s: neither a file nor a folder", path)
			out = append(out, path)
		}
	}
	walk("")
	return out
}

func (a *audit) readDocuments(files []string) {
	for _, path := range files {
		if name := strings.TrimPrefix(path, "documents/"); name != path {
			data := a.read(path)
			need(hexDigest(data) == name, "%s: not the digest of the file", path)
			a.documents[cite(data)] = data
		}
	}
}

// place is the path of a tile's number, three digits a folder.
func place(n int64) string {
	p := fmt.Sprintf("%03d", n%1000)
	for n >= 1000 {
		n /= 1000
		p = fmt.Sprintf("x%03d/%s", n%1000, p)
	}
	return p
}

// path of the tile of this width under a prefix.
func tilePath(prefix string, n int64, width int) string {
	p := prefix + "/" + place(n)
	if width < 256 {
		p += fmt.Sprintf(".p/%d", width)
	}
	return p
}

func widthOf(n, size int64) int {
	if size-n*256 > 256 {
		return 256
	}
	return int(size - n*256)
}

func (a *audit) readEntries(p *policy) {
	c, k := newCourse(a.top.origin), newKeys(p)
	for _, d := range a.documents {
		if len(d) == 32 {
			k.add(d)
		}
	}
	for n := int64(0); n*256 < a.top.size; n++ {
		width := widthOf(n, a.top.size)
		path := tilePath("tile/entries", n, width)
		t := tile{data: a.read(path), ends: []int{0}}
		for i, at := 0, 0; i < width; i++ {
			need(len(t.data)-at >= 2, "%s: cut short", path)
			end := at + 2 + int(binary.BigEndian.Uint16(t.data[at:]))
			need(end <= len(t.data), "%s: cut short", path)
			a.entry(t.data[at+2:end], n*256+int64(i), c, k)
			t.ends, at = append(t.ends, end), end
		}
		need(t.ends[width] == len(t.data), "%s: something follows the last entry", path)
		a.tiles["tile/entries/"+place(n)] = t
	}
}

func (a *audit) entry(raw []byte, seq int64, c *course, k keys) {
	e := readEntry(raw, a.top.origin, seq)
	c.follow(e)
	k.learn(e)
	a.unchecked += k.check(e.act, e.sigs, e.what)
	for _, d := range e.documents {
		data, here := a.documents[d.digest]
		need(!here || int64(len(data)) == d.length, "%s: length of a document", e.what)
		if !here {
			a.missing++
		}
	}
	a.hashes = append(a.hashes, must(tlog.StoredHashes(seq, raw, a.hashes))...)
}

func (a *audit) checkTiles() {
	for level, n := 0, a.top.size; n > 0; level, n = level+1, n/256 {
		prefix := fmt.Sprintf("tile/%d", level)
		for i := int64(0); i*256 < n; i++ {
			width := widthOf(i, n)
			t := tile{data: must(tlog.ReadTileData(tlog.Tile{H: 8, L: level, N: i, W: width}, a.hashes))}
			for w := 0; w <= width; w++ {
				t.ends = append(t.ends, w*32)
			}
			path := tilePath(prefix, i, width)
			if a.has(path) {
				need(bytes.Equal(a.read(path), t.data), "%s: not what the entries give", path)
			} else {
				a.lacking = append(a.lacking, path)
			}
			a.tiles[prefix+"/"+place(i)] = t
		}
	}
}

var tileForm = regexp.MustCompile(`\A(tile/(?:entries|0|[1-9][0-9]?)/(?:x[0-9]{3}/)*[0-9]{3})(?:\.p/([1-9][0-9]{0,2}))?\z`)

// nothingElse refuses every file that the checkpoint does not call for. Older partial tiles may stay, if right.
func (a *audit) nothingElse(files []string) {
	for _, path := range files {
		if path == "checkpoint" || strings.HasPrefix(path, "documents/") || strings.HasPrefix(path, ".incoming/") {
			continue
		}
		m := tileForm.FindStringSubmatch(path)
		need(m != nil, "%s: surplus", path)
		t, here := a.tiles[m[1]]
		width := 256
		if m[2] != "" {
			width, _ = strconv.Atoi(m[2])
			need(width < 256, "%s: surplus", path)
		}
		need(here && width < len(t.ends), "%s: surplus", path)
		need(bytes.Equal(a.read(path), t.data[:t.ends[width]]), "%s: not what the entries give", path)
	}
}
