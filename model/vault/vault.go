// Package vault locks the bytes of an engagement and opens them again. It knows ciphers and keys, and nothing of
// engagements, files or terminals; it must not import any other room.
//
// # The locked file
//
// A locked file is one age file (age-encryption.org/v1, c2sp.org/age) in its ASCII armor, and nothing else. Whoever has
// the passphrase, or an identity that it was locked for, opens it without gapbook:
//
//	age -d acme.yaml > plain.yaml
//	age -d -i key.txt acme.yaml > plain.yaml
//
// A file that age itself wrote, armored or not, is opened all the same. It has either one scrypt stanza (a passphrase,
// work factor 18, about a second) or stanzas of age's native recipients, X25519 and ML-KEM-768 with X25519; keys of SSH and
// plugins are not read.
//
// # Saving
//
// Passphrases are slow on purpose, and a notebook saves all the time. So the header is made once, by age, when a file is
// locked, and stays byte for byte what it was; a save only writes another payload behind it, as the specification says:
// a fresh random nonce of 16 bytes, the payload key HKDF-SHA-256(file key, nonce, "payload"), chunks of 64 KiB in
// ChaCha20-Poly1305. The versions of one locked file therefore share a file key, where age would take another one for each
// file, but never a payload key. What comes of it: whoever can write the file can put an older version in its place, which
// a copy of that version could do as well. Unlocking and locking again makes a new file key.
//
// # Chunks
//
// What is kept beside a locked file, such as its journal, is sealed piece by piece with a key of its own,
// HKDF-SHA-256(file key, no salt, "github.com/gapbook/gapbook/chunk/v1"):
//
//	chunk = 0x01 || 24 random bytes, the nonce || XChaCha20-Poly1305(key, nonce, piece, additional data 0x01)
//
// A piece is whole or is not opened; that pieces come in order, and how long they are, is not hidden or sealed.
//
// # What is kept in memory
//
// A passphrase is not kept here: it is wiped when the file key is found, except for copies that the age library makes. The
// file key stays as long as the file is open. Lost passphrases and identities cannot be replaced.
package vault

import (
	"bytes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"

	"filippo.io/age"
	"filippo.io/age/armor"
	"golang.org/x/crypto/chacha20poly1305"
)

var (
	// ErrWrong says that a passphrase is not the one.
	ErrWrong = errors.New("wrong passphrase")
	// ErrNoIdentity says that a file was locked for somebody else.
	ErrNoIdentity = errors.New("none of the identities given opens it")
	// ErrOther says that a file was locked another time, so that this key is not its key.
	ErrOther = errors.New("it is locked with another key")
	// ErrDamaged says that bytes were changed since they were locked.
	ErrDamaged = errors.New("the locked file is damaged")
)

// Key opens and seals what was locked at one time. It is safe to be used on several goroutines.
type Key struct {
	header []byte // of the age file, to its MAC
	file   []byte // the file key
	chunks cipher.AEAD
}

// binaryHead begins an age file without armor.
const binaryHead = "age-encryption.org/"

// IsLocked says whether bytes are those of a locked file.
func IsLocked(data []byte) bool {
	data = bytes.TrimLeft(data, " \t\r\n")
	return bytes.HasPrefix(data, []byte(armor.Header)) || bytes.HasPrefix(data, []byte(binaryHead))
}

// ByPassphrase says whether a passphrase opens a locked file; else it is identities that do.
func ByPassphrase(data []byte) bool {
	_, header, err := split(data)
	return err == nil && isScrypt(header)
}

// Open opens a locked file with what ask gives, and hands out its key for whatever is to be sealed later.
func Open(data []byte, ask Ask) (plain []byte, key *Key, err error) {
	raw, header, err := split(data)
	if err != nil {
		return nil, nil, err
	}
	file, err := fileKey(header, ask)
	if err != nil {
		return nil, nil, err
	}
	if key, err = newKey(header, file); err != nil {
		return nil, nil, err
	}
	plain, err = key.payload(raw)
	return plain, key, err
}

// Open opens another version of what the key is of. ErrOther: it is none.
func (k *Key) Open(data []byte) ([]byte, error) {
	raw, header, err := split(data)
	if err != nil {
		return nil, err
	}
	if !bytes.Equal(header, k.header) {
		return nil, ErrOther
	}
	return k.payload(raw)
}

// ByPassphrase says whether a passphrase opens what this key seals.
func (k *Key) ByPassphrase() bool { return isScrypt(k.header) }

func (k *Key) payload(raw []byte) ([]byte, error) {
	r, err := age.Decrypt(bytes.NewReader(raw), age.NewInjectedFileKeyIdentity(k.file))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	plain, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return plain, nil
}

// split takes the armor off and finds the header.
func split(data []byte) (raw, header []byte, err error) {
	raw = data
	if !bytes.HasPrefix(data, []byte(binaryHead)) {
		if raw, err = io.ReadAll(armor.NewReader(bytes.NewReader(data))); err != nil {
			return nil, nil, fmt.Errorf("%w: %w", ErrDamaged, err)
		}
	}
	if header, err = age.ExtractHeader(bytes.NewReader(raw)); err != nil {
		return nil, nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return raw, header, nil
}

func isScrypt(header []byte) bool { return bytes.Contains(header, []byte("\n-> scrypt ")) }

func newKey(header, file []byte) (*Key, error) {
	secret, err := hkdf.Key(sha256.New, file, nil, chunkLabel, chacha20poly1305.KeySize)
	if err != nil {
		return nil, err
	}
	chunks, err := chacha20poly1305.NewX(secret)
	if err != nil {
		return nil, err
	}
	return &Key{header, file, chunks}, nil
}
