package main

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"time"
)

// refused: what was shown contradicts itself, its form or the policy. incomplete: something needed was not shown.
// Both are thrown and caught in verdict.
type (
	refused    string
	incomplete string
)

func need(holds bool, format string, a ...any) {
	if !holds {
		panic(refused(fmt.Sprintf(format, a...)))
	}
}

func must[T any](v T, err error) T {
	need(err == nil, "%v", err)
	return v
}

func readFile(path string) []byte { return must(os.ReadFile(path)) }

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// cite returns a digest as records cite it.
func cite(data []byte) string { return "sha256:" + hexDigest(data) }

func hexDigest(data []byte) string {
	d := sha256.Sum256(data)
	return hex.EncodeToString(d[:])
}

// unbase64 also refuses the line ends that Go's decoder skips.
func unbase64(s, what string) []byte {
	b, err := base64.StdEncoding.Strict().DecodeString(s)
	need(err == nil && base64.StdEncoding.EncodeToString(b) == s, "%s: no canonical base64", what)
	return b
}

var (
	numberForm  = regexp.MustCompile(`\A(0|[1-9][0-9]{0,17})\z`)
	digestForm  = regexp.MustCompile(`\Asha256:[0-9a-f]{64}\z`)
	wordForm    = regexp.MustCompile(`\A[!-~]+\z`)
	dayForm     = regexp.MustCompile(`\A[0-9]{4}-[0-9]{2}-[0-9]{2}\z`)
	instantForm = regexp.MustCompile(`\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z\z`)
)

// decimal reads a number of at most 18 digits without leading zeros.
func decimal(s, what string) int64 {
	need(numberForm.MatchString(s), "%s: no plain decimal number", what)
	return must(strconv.ParseInt(s, 10, 64))
}

func isText(v any, form *regexp.Regexp) bool {
	s, ok := v.(string)
	return ok && form.MatchString(s)
}

func isDigest(v any) bool { return isText(v, digestForm) }
func isWord(v any) bool   { return isText(v, wordForm) }

func isCount(v any) bool {
	n, ok := v.(int64)
	return ok && n >= 0
}

func isDay(v any) bool {
	if !isText(v, dayForm) {
		return false
	}
	_, err := time.Parse("2006-01-02", v.(string))
	return err == nil
}

func isInstant(v any) bool {
	if !isText(v, instantForm) {
		return false
	}
	_, err := time.Parse("2006-01-02T15:04:05Z", v.(string))
	return err == nil
}
