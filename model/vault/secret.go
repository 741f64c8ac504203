package vault

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"filippo.io/age"
)

// Secret is what opens a locked file.
type Secret int

const (
	Passphrase         Secret = iota // of the file
	Identities                       // what stands in an age identity file
	IdentityPassphrase               // of that file, where it is locked itself
)

// Ask gives a secret, which may be wiped after use. Try counts the ones before that were wrong; where there is no other to
// give, the error says why: ErrWrong for a passphrase, say.
type Ask func(what Secret, try int) ([]byte, error)

// workFactor is the cost of a passphrase, as age has it: 2^18, about a second. Tests lower it.
var workFactor = 18

// mostWork is the cost that a file may ask for, so that a made-up one cannot take all the memory: 1 GB.
const mostWork = 20

// WithPassphrase is a new key that the passphrase opens.
func WithPassphrase(pass []byte) (*Key, error) {
	r, err := age.NewScryptRecipient(string(pass))
	if err != nil {
		return nil, errors.New("a passphrase cannot be empty")
	}
	r.SetWorkFactor(workFactor)
	return withRecipients([]age.Recipient{r})
}

// ForRecipients is a new key that each of some public keys, and of some identity files, opens.
func ForRecipients(public []string, identityFiles [][]byte, ask Ask) (*Key, error) {
	var all []age.Recipient
	for _, p := range public {
		list, err := age.ParseRecipients(strings.NewReader(strings.TrimSpace(p)))
		if err != nil {
			return nil, fmt.Errorf("%q is no recipient of age, which begins with age1", p)
		}
		all = append(all, list...)
	}
	for _, f := range identityFiles {
		list, err := identities(f, ask)
		if err != nil {
			return nil, err
		}
		for _, i := range list {
			switch i := i.(type) {
			case *age.X25519Identity:
				all = append(all, i.Recipient())
			case *age.HybridIdentity:
				all = append(all, i.Recipient())
			}
		}
	}
	return withRecipients(all)
}

// withRecipients has age make a header, and remembers the file key in it.
func withRecipients(all []age.Recipient) (*Key, error) {
	if len(all) == 0 {
		return nil, errors.New("nobody is named who could open it")
	}
	seen := &witness{Recipient: all[0]}
	var out bytes.Buffer
	if _, err := age.Encrypt(&out, append([]age.Recipient{seen}, all[1:]...)...); err != nil {
		return nil, err
	}
	header, err := age.ExtractHeader(&out)
	if err != nil {
		return nil, err
	}
	return newKey(header, seen.file)
}

// witness is a recipient that remembers the file key.
type witness struct {
	age.Recipient
	file []byte
}

func (w *witness) WrapWithLabels(file []byte) ([]*age.Stanza, []string, error) {
	w.file = bytes.Clone(file)
	if r, ok := w.Recipient.(age.RecipientWithLabels); ok {
		return r.WrapWithLabels(file)
	}
	s, err := w.Wrap(file)
	return s, nil, err
}

// fileKey finds the key in a header.
func fileKey(header []byte, ask Ask) ([]byte, error) {
	if isScrypt(header) {
		return byPassphrase(header, Passphrase, ask)
	}
	text, err := ask(Identities, 0)
	if err != nil {
		return nil, err
	}
	list, err := identities(text, ask)
	clear(text)
	if err != nil {
		return nil, err
	}
	key, err := age.DecryptHeader(header, list...)
	var none *age.NoIdentityMatchError
	switch {
	case errors.As(err, &none):
		return nil, ErrNoIdentity
	case err != nil:
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return key, nil
}

func byPassphrase(header []byte, what Secret, ask Ask) ([]byte, error) {
	for try := 0; ; try++ {
		pass, err := ask(what, try)
		if err != nil {
			return nil, err
		}
		id, err := age.NewScryptIdentity(string(pass))
		clear(pass)
		if err != nil { // empty
			continue
		}
		id.SetMaxWorkFactor(mostWork)
		key, err := age.DecryptHeader(header, id)
		switch {
		case err == nil:
			return key, nil
		case !errors.Is(err, age.ErrIncorrectIdentity):
			return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
		}
	}
}

// identities reads an age identity file, which may be locked by a passphrase itself.
func identities(text []byte, ask Ask) ([]age.Identity, error) {
	if IsLocked(text) {
		raw, header, err := split(text)
		if err != nil {
			return nil, err
		}
		if !isScrypt(header) {
			return nil, errors.New("the identity file is locked for another identity")
		}
		file, err := byPassphrase(header, IdentityPassphrase, ask)
		if err != nil {
			return nil, err
		}
		if text, err = (&Key{header: header, file: file}).payload(raw); err != nil {
			return nil, err
		}
	}
	list, err := age.ParseIdentities(bytes.NewReader(text))
	if err != nil { // its words could hold a part of a key
		return nil, errors.New("this is no identity file of age, as age-keygen writes them")
	}
	return list, nil
}
