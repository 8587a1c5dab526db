// A foreign witness of logs (C2SP tlog-witness: add-checkpoint and the read side), for tests, on golang.org/x/mod.
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go build -o witness witness.go
//	witness -listen 127.0.0.1:0 -origin NAME -vkey LOG_KEY -key FILE -state FILE
//
// It prints `listening on ADDRESS` when it answers. FILE of -key holds PRIVATE+KEY+name+id+base64(0x04 || seed); the
// state is the last cosigned checkpoint, the log's signature on it, and nothing that a stranger submitted.
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const bodyMax = 300_000

var number = regexp.MustCompile(`\A(0|[1-9][0-9]{0,17})\z`)

// answer is a refusal with its status.
type answer struct {
	status int
	body   string
}

// tree is what a checkpoint says; note is its text and the log's signature, as it is kept.
type tree struct {
	size int64
	root tlog.Hash
	note []byte
}

type witness struct {
	sync.Mutex // compare and persist are one step
	origin     string
	log        note.Verifier
	name       string
	id         []byte
	key        ed25519.PrivateKey
	state      string
	last       tree
	served     []byte
}

func main() {
	listen := flag.String("listen", "127.0.0.1:0", "address")
	origin := flag.String("origin", "", "origin of the log")
	vkey := flag.String("vkey", "", "key of the log")
	key := flag.String("key", "", "file of the witness's key")
	state := flag.String("state", "", "file of the state")
	flag.Parse()
	w := &witness{origin: *origin, state: *state, last: tree{root: sha256.Sum256(nil)}}
	v, err := note.NewVerifier(*vkey)
	check(err)
	w.log = v
	check(w.readKey(*key))
	check(w.readState())
	socket, err := net.Listen("tcp", *listen)
	check(err)
	path := fmt.Sprintf("/%x/checkpoint", sha256.Sum256([]byte(w.origin)))
	http.HandleFunc("/add-checkpoint", w.add)
	http.HandleFunc(path, w.serve)
	fmt.Println("listening on", socket.Addr())
	server := &http.Server{ReadTimeout: 10 * time.Second, WriteTimeout: 10 * time.Second}
	check(server.Serve(socket))
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func (w *witness) readKey(file string) error {
	raw, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	part := strings.SplitN(strings.TrimSpace(string(raw)), "+", 5)
	if len(part) != 5 || part[0] != "PRIVATE" || part[1] != "KEY" {
		return errors.New("key: form")
	}
	seed, err := base64.StdEncoding.DecodeString(part[4])
	if err != nil || len(seed) != 33 || seed[0] != 4 {
		return errors.New("key: not of type 4")
	}
	w.name, w.key = part[2], ed25519.NewKeyFromSeed(seed[1:])
	public := append([]byte{4}, w.key.Public().(ed25519.PublicKey)...)
	h := sha256.Sum256(append([]byte(w.name+"\n"), public...))
	w.id = h[:4]
	if part[3] != hex.EncodeToString(w.id) {
		return errors.New("key: the id is not that of the key")
	}
	return nil
}

// readState refuses to begin anew when the state is there and cannot be read.
func (w *witness) readState() error {
	raw, err := os.ReadFile(w.state)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	t, refusal := w.open(raw)
	if refusal != nil {
		return fmt.Errorf("state: %s", refusal.body)
	}
	w.last, w.served = t, append(append([]byte{}, t.note...), w.cosign(t)...)
	return nil
}

// open reads a checkpoint in the order of the protocol: form, origin, signature.
func (w *witness) open(raw []byte) (t tree, refusal *answer) {
	text, _, found := bytes.Cut(raw, []byte("\n\n"))
	line := strings.Split(string(text), "\n")
	if !found || len(line) < 3 || !number.MatchString(line[1]) {
		return t, &answer{400, "checkpoint: form"}
	}
	t.size, _ = strconv.ParseInt(line[1], 10, 64)
	root, err := tlog.ParseHash(line[2])
	if err != nil || base64.StdEncoding.EncodeToString(root[:]) != line[2] {
		return t, &answer{400, "checkpoint: root"}
	}
	t.root = root
	if line[0] != w.origin {
		return t, &answer{404, "unknown origin"}
	}
	n, err := note.Open(raw, note.VerifierList(w.log))
	if err != nil || w.log.Name() != w.origin {
		return t, &answer{403, "no good signature of the log"}
	}
	kept := n.Sigs[0] // what others signed is neither kept nor served
	t.note = []byte(fmt.Sprintf("%s\n\u2014 %s %s\n", n.Text, kept.Name, kept.Base64))
	return t, nil
}

func (w *witness) add(out http.ResponseWriter, in *http.Request) {
	if in.Method != http.MethodPost {
		http.Error(out, "POST only", http.StatusMethodNotAllowed)
		return
	}
	body, err := io.ReadAll(http.MaxBytesReader(out, in.Body, bodyMax))
	if err != nil {
		http.Error(out, "body", http.StatusBadRequest)
		return
	}
	line, refusal := w.judge(body)
	if refusal == nil {
		out.Write(line)
		return
	}
	if refusal.status == http.StatusConflict {
		out.Header().Set("Content-Type", "text/x.tlog.size")
		out.WriteHeader(refusal.status)
		io.WriteString(out, refusal.body)
		return
	}
	http.Error(out, refusal.body, refusal.status)
}

// judge takes the checks in the order of the table of statuses, and answers only what is already on disk.
func (w *witness) judge(body []byte) ([]byte, *answer) {
	head, raw, found := bytes.Cut(body, []byte("\n\n"))
	line := strings.Split(string(head), "\n")
	if !found || !strings.HasPrefix(line[0], "old ") || !number.MatchString(line[0][4:]) || len(line) > 64 {
		return nil, &answer{400, "body: form"}
	}
	old, _ := strconv.ParseInt(line[0][4:], 10, 64)
	proof := tlog.TreeProof{}
	for _, s := range line[1:] {
		h, err := tlog.ParseHash(s)
		if err != nil || base64.StdEncoding.EncodeToString(h[:]) != s {
			return nil, &answer{400, "body: proof line"}
		}
		proof = append(proof, h)
	}
	t, refusal := w.open(raw)
	if (refusal == nil || refusal.status != 400) && old > t.size {
		refusal = &answer{400, "old size above the size of the checkpoint"}
	}
	if refusal != nil {
		return nil, refusal
	}
	w.Lock()
	defer w.Unlock()
	switch {
	case old != w.last.size:
		return nil, &answer{409, fmt.Sprintf("%d\n", w.last.size)}
	case t.size == 0 && t.root != sha256.Sum256(nil):
		return nil, &answer{422, "an empty tree with a root"}
	case old == 0 && len(proof) > 0:
		return nil, &answer{422, "a proof from nothing"}
	case old == t.size && t.root != w.last.root:
		return nil, &answer{422, "equal size and another root"}
	case old > 0 && tlog.CheckTree(proof, t.size, t.root, old, w.last.root) != nil:
		return nil, &answer{422, "the consistency proof fails"}
	}
	if err := w.persist(t.note); err != nil {
		log.Fatal(err) // what the disk holds is unknown now: another start must read it
	}
	cosignature := w.cosign(t)
	w.last, w.served = t, append(append([]byte{}, t.note...), cosignature...)
	return cosignature, nil
}

func (w *witness) cosign(t tree) []byte {
	text, _, _ := bytes.Cut(t.note, []byte("\n\n"))
	now := uint64(time.Now().Unix())
	message := fmt.Sprintf("cosignature/v1\ntime %d\n%s\n", now, text)
	blob := make([]byte, 12, 76)
	copy(blob, w.id)
	binary.BigEndian.PutUint64(blob[4:], now)
	blob = append(blob, ed25519.Sign(w.key, []byte(message))...)
	return []byte(fmt.Sprintf("\u2014 %s %s\n", w.name, base64.StdEncoding.EncodeToString(blob)))
}

func (w *witness) persist(data []byte) error {
	folder := filepath.Dir(w.state)
	file, err := os.CreateTemp(folder, ".witness-*")
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	for _, step := range []func() error{file.Sync, file.Close} {
		if err == nil {
			err = step()
		}
	}
	if err == nil {
		err = os.Rename(file.Name(), w.state)
	}
	if err != nil {
		return err
	}
	dir, err := os.Open(folder)
	if err != nil {
		return err
	}
	defer dir.Close()
	return dir.Sync()
}

func (w *witness) serve(out http.ResponseWriter, in *http.Request) {
	w.Lock()
	defer w.Unlock()
	if w.served == nil {
		http.NotFound(out, in)
		return
	}
	out.Header().Set("Content-Type", "text/plain; charset=utf-8")
	out.Header().Set("Cache-Control", "no-cache")
	out.Write(w.served)
}
