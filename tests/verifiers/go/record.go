package main

import (
	"bytes"
	"regexp"
	"strconv"
	"unicode/utf8"
)

// object holds its members and the exact bytes it was read from, because those are what is hashed and signed.
// Values are *object, []any, string, int64 and bool.
type object struct {
	member map[string]any
	names  []string
	raw    []byte
}

// only refuses a missing or an unknown member.
func (o *object) only(what string, needed []string, allowed ...string) {
	for _, n := range needed {
		need(o.member[n] != nil, "%s: member `%s` is missing", what, n)
	}
	for _, n := range o.names {
		need(contains(needed, n) || contains(allowed, n), "%s: unknown member `%s`", what, n)
	}
}

func (o *object) text(name string) string {
	s, _ := o.member[name].(string)
	return s
}

// asObject returns the value as an object, nil if it is none.
func asObject(v any) *object {
	o, _ := v.(*object)
	return o
}

const deepest = 16

var typeForm = regexp.MustCompile(`\Asponsio\.[a-z][a-z0-9_-]*/[1-9][0-9]{0,8}\z`)

// readRecord reads a record in the restricted form of RFC 8785, without a JSON library.
func readRecord(raw []byte) *object {
	r := reader{raw: raw}
	r.need(utf8.Valid(raw), 1, "not UTF-8")
	r.need(r.peek() == '{', 1, "a record is an object")
	o := r.object(0)
	r.need(r.at == len(raw), 1, "something follows the object")
	r.need(isText(o.member["type"], typeForm), 8, "no type `sponsio.NAME/VERSION`")
	return o
}

func readTyped(raw []byte, kind, what string) *object {
	o := readRecord(raw)
	need(o.text("type") == kind, "%s: not of type %s", what, kind)
	return o
}

type reader struct {
	raw []byte
	at  int
}

func (r *reader) need(holds bool, rule int, what string) {
	if !holds { // asked for each byte: the reason is only put together when there is one
		need(false, "not a record: rule %d, byte %d: %s", rule, r.at, what)
	}
}

// peek returns the next byte, 0 at the end; no token begins with 0.
func (r *reader) peek() byte {
	if r.at < len(r.raw) {
		return r.raw[r.at]
	}
	return 0
}

func (r *reader) take(b byte) bool {
	if r.peek() != b || r.at == len(r.raw) {
		return false
	}
	r.at++
	return true
}

func (r *reader) value(depth int) any {
	r.need(depth <= deepest, 7, "too deep")
	switch c := r.peek(); {
	case c == '{':
		return r.object(depth)
	case c == '[':
		return r.array(depth)
	case c == '"':
		return r.text()
	case bytes.HasPrefix(r.raw[r.at:], []byte("true")):
		r.at += 4
		return true
	case bytes.HasPrefix(r.raw[r.at:], []byte("false")):
		r.at += 5
		return false
	default:
		return r.integer()
	}
}

func (r *reader) integer() int64 {
	start := r.at
	minus := r.take('-')
	first := r.at
	for c := r.peek(); c >= '0' && c <= '9'; c = r.peek() {
		r.at++
	}
	digits := r.raw[first:r.at]
	r.need(len(digits) > 0, 2, "no value of a record begins here")
	r.need(digits[0] != '0' || len(digits) == 1 && !minus, 4, "form of an integer")
	n, err := strconv.ParseInt(string(r.raw[start:r.at]), 10, 64)
	r.need(err == nil && -1<<53 < n && n < 1<<53, 4, "the integer is too large")
	return n
}

func (r *reader) text() string {
	var out bytes.Buffer
	for r.at++; ; r.at++ {
		r.need(r.at < len(r.raw), 5, "a string does not end")
		switch c := r.raw[r.at]; {
		case c == '"':
			r.at++
			return out.String()
		case c == '\\':
			out.WriteByte(r.escape())
		default:
			r.need(c >= ' ', 5, "a control character stands bare")
			out.WriteByte(c)
		}
	}
}

const shortEscapes, shortMeant = `"\btnfr`, "\"\\\b\t\n\f\r"

// escape reads one escape and stays on its last byte.
func (r *reader) escape() byte {
	r.at++
	if i := bytes.IndexByte([]byte(shortEscapes), r.peek()); i >= 0 {
		return shortMeant[i]
	}
	rest := r.raw[r.at:]
	r.need(len(rest) >= 5 && string(rest[:3]) == "u00", 5, "unknown escape")
	low := bytes.IndexByte([]byte("0123456789abcdef"), rest[4])
	r.need((rest[3] == '0' || rest[3] == '1') && low >= 0, 5, "unknown escape")
	c := (rest[3]-'0')<<4 | byte(low)
	r.need(c != 0 && bytes.IndexByte([]byte(shortMeant), c) < 0, 5, "this character is not escaped so")
	r.at += 4
	return c
}

func (r *reader) array(depth int) []any {
	r.at++
	list := []any{}
	if r.take(']') {
		return list
	}
	for {
		list = append(list, r.value(depth+1))
		if r.take(']') {
			return list
		}
		r.need(r.take(','), 1, "neither a comma nor an end")
	}
}

func (r *reader) object(depth int) *object {
	start := r.at
	o := &object{member: map[string]any{}}
	r.at++
	for last := ""; !(len(o.names) == 0 && r.take('}')); {
		r.need(r.peek() == '"', 3, "no member name")
		name := r.memberName()
		r.need(name > last, 3, "a member name is out of order or twice")
		r.need(r.take(':'), 1, "no colon")
		o.member[name] = r.value(depth + 1)
		o.names, last = append(o.names, name), name
		if r.take('}') {
			break
		}
		r.need(r.take(','), 1, "neither a comma nor an end")
	}
	o.raw = r.raw[start:r.at]
	return o
}

// memberName reads a name bare: an escape in it would be a second way to write it.
func (r *reader) memberName() string {
	end := bytes.IndexByte(r.raw[r.at+1:], '"')
	r.need(end >= 0, 3, "a member name does not end")
	name := r.raw[r.at+1 : r.at+1+end]
	r.need(0 < len(name) && len(name) <= 64 && name[0] >= 'a' && name[0] <= 'z', 3, "form of a member name")
	for _, c := range name {
		r.need(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_', 3, "form of a member name")
	}
	r.at += end + 2
	return string(name)
}
