package vault

import (
	"bytes"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"errors"

	"filippo.io/age/armor"
	"golang.org/x/crypto/chacha20poly1305"
)

const (
	payloadNonce = 16
	payloadChunk = 64 << 10
	chunkLabel   = "github.com/gapbook/gapbook/chunk/v1"
	chunkMark    = 0x01 // begins a chunk; text does not begin so
)

// Seal makes a locked file. It takes a millisecond or two for a megabyte.
func (k *Key) Seal(plain []byte) ([]byte, error) {
	raw := make([]byte, 0, len(k.header)+payloadNonce+len(plain)+(len(plain)/payloadChunk+1)*chacha20poly1305.Overhead)
	raw, err := appendPayload(append(raw, k.header...), k.file, plain)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	out.Grow(len(raw)/48*65 + 200)
	w := armor.NewWriter(&out)
	if _, err := w.Write(raw); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// appendPayload writes the part of an age file behind its header.
func appendPayload(dst, file, plain []byte) ([]byte, error) {
	salt := make([]byte, payloadNonce)
	_, _ = rand.Read(salt) // never fails
	secret, err := hkdf.Key(sha256.New, file, salt, "payload", chacha20poly1305.KeySize)
	if err != nil {
		return nil, err
	}
	aead, err := chacha20poly1305.New(secret)
	if err != nil {
		return nil, err
	}
	dst = append(dst, salt...)
	var nonce [chacha20poly1305.NonceSize]byte // a counter of 11 bytes, and whether it is the last chunk
	for i := uint64(0); ; i++ {
		n := min(len(plain), payloadChunk)
		binary.BigEndian.PutUint64(nonce[3:11], i)
		last := n == len(plain)
		if last {
			nonce[11] = 1
		}
		dst = aead.Seal(dst, nonce[:], plain[:n], nil)
		if last {
			return dst, nil
		}
		plain = plain[n:]
	}
}

// SealChunk seals a piece of what is kept beside the file.
func (k *Key) SealChunk(plain []byte) []byte {
	out := make([]byte, 1+chacha20poly1305.NonceSizeX, 1+chacha20poly1305.NonceSizeX+len(plain)+chacha20poly1305.Overhead)
	out[0] = chunkMark
	_, _ = rand.Read(out[1:]) // never fails
	return k.chunks.Seal(out, out[1:], plain, out[:1])
}

// OpenChunk opens such a piece.
func (k *Key) OpenChunk(data []byte) ([]byte, error) {
	if !IsChunk(data) {
		return nil, errors.New("no sealed piece")
	}
	nonce, rest := data[1:1+chacha20poly1305.NonceSizeX], data[1+chacha20poly1305.NonceSizeX:]
	plain, err := k.chunks.Open(nil, nonce, rest, data[:1])
	if err != nil {
		return nil, ErrOther
	}
	return plain, nil
}

// IsChunk says whether bytes are a sealed piece.
func IsChunk(data []byte) bool {
	return len(data) > chacha20poly1305.NonceSizeX+chacha20poly1305.Overhead && data[0] == chunkMark
}
