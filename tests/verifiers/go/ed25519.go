package main

import (
	"crypto/ed25519"
	"math/big"
)

// Go's ed25519 takes keys and nonces of small order; this file does not. Encodings are canonical by comparison with p.

func bigHex(s string) *big.Int {
	n, _ := new(big.Int).SetString(s, 16)
	return n
}

func negative(n *big.Int) string { return new(big.Int).Sub(fieldP, n).String() }

var (
	one    = big.NewInt(1)
	fieldP = new(big.Int).Sub(new(big.Int).Lsh(one, 255), big.NewInt(19))
	curveD = bigHex("52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3")
	// One y of order 8; the other is its negative.
	eighth = bigHex("05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826")
	// The y of the eight points of small order: 1, -1, 0, and the two of order 8.
	smallY = map[string]bool{
		"0": true, "1": true, negative(one): true, eighth.String(): true, negative(eighth): true,
	}
)

// goodPoint tells whether 32 bytes are the canonical encoding of a point that is not of small order.
func goodPoint(b []byte) bool {
	if len(b) != 32 {
		return false
	}
	be := make([]byte, 32)
	for i, c := range b {
		be[31-i] = c
	}
	be[0] &= 0x7f
	y := new(big.Int).SetBytes(be)
	if y.Cmp(fieldP) >= 0 || smallY[y.String()] {
		return false
	}
	// x^2 = (y^2 - 1) / (d y^2 + 1) must be a square; the quotient is one if and only if the product is.
	yy := new(big.Int).Mul(y, y)
	over := new(big.Int).Mod(new(big.Int).Sub(yy, one), fieldP)
	under := new(big.Int).Mul(curveD, yy)
	under.Mod(under.Add(under, one), fieldP)
	return big.Jacobi(over.Mul(over, under).Mod(over, fieldP), fieldP) == 1
}

// verifyStrict refuses what has a second encoding or verifies for more than one key.
func verifyStrict(public, message, sig []byte) bool {
	return len(sig) == 64 && goodPoint(public) && goodPoint(sig[:32]) && ed25519.Verify(public, message, sig)
}
