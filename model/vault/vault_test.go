package vault

import (
	"bytes"
	"errors"
	"io"
	"os"
	"strings"
	"testing"

	"filippo.io/age"
	"filippo.io/age/armor"
	"pgregory.net/rapid"
)

func TestMain(m *testing.M) {
	workFactor = 2
	os.Exit(m.Run())
}

// says gives one passphrase, once.
func says(pass string) Ask {
	return func(what Secret, try int) ([]byte, error) {
		if try > 0 {
			return nil, ErrWrong
		}
		return []byte(pass), nil
	}
}

// must is for what cannot fail in a test.
func must[T any](x T, err error) T {
	if err != nil {
		panic(err)
	}
	return x
}

// sizes are those around the chunks of a payload.
var sizes = []int{0, 1, 47, 48, 49, payloadChunk - 1, payloadChunk, payloadChunk + 1, 3 * payloadChunk, 3*payloadChunk + 5}

func TestRoundTrip(t *testing.T) {
	key := must(WithPassphrase([]byte("correct horse")))
	rapid.Check(t, func(r *rapid.T) {
		plain := bytes.Repeat(rapid.SliceOfN(rapid.Byte(), 1, 40).Draw(r, "piece"), payloadChunk/8)
		plain = plain[:min(len(plain), rapid.SampledFrom(sizes).Draw(r, "size"))]
		sealed, err := key.Seal(plain)
		if err != nil || !IsLocked(sealed) || IsLocked(plain) {
			r.Fatal(err)
		}
		got, again, err := Open(sealed, says("correct horse"))
		if err != nil || !bytes.Equal(got, plain) {
			r.Fatalf("%d bytes, not %d: %v", len(got), len(plain), err)
		}
		// What the key of the opened file seals, the first key opens, and the other way round.
		next, err := again.Seal(append(plain, 'x'))
		if err != nil {
			r.Fatal(err)
		}
		if got, err := key.Open(next); err != nil || !bytes.Equal(got, append(plain, 'x')) {
			r.Fatal(err)
		}
		chunk := key.SealChunk(plain)
		if got, err := again.OpenChunk(chunk); err != nil || !bytes.Equal(got, plain) || !IsChunk(chunk) {
			r.Fatal(err)
		}
	})
}

// Whoever has lost gapbook opens the file with age.
func TestAgeOpensIt(t *testing.T) {
	mine, theirs := must(age.GenerateX25519Identity()), must(age.GenerateHybridIdentity())
	pass := must(age.NewScryptIdentity("p"))
	for name, c := range map[string]struct {
		key *Key
		id  age.Identity
	}{
		"passphrase": {must(WithPassphrase([]byte("p"))), pass},
		"X25519":     {must(ForRecipients([]string{mine.Recipient().String()}, nil, nil)), mine},
		"hybrid":     {must(ForRecipients(nil, [][]byte{[]byte("# mine\n" + theirs.String() + "\n")}, nil)), theirs},
	} {
		for _, n := range sizes {
			plain := bytes.Repeat([]byte("note "), n/5+1)[:n]
			sealed := must(c.key.Seal(plain))
			r := must(age.Decrypt(armor.NewReader(bytes.NewReader(sealed)), c.id))
			if got := must(io.ReadAll(r)); !bytes.Equal(got, plain) {
				t.Errorf("%s, %d bytes: age reads %d", name, n, len(got))
			}
		}
	}
}

// And what age wrote, gapbook opens.
func TestWhatAgeWrote(t *testing.T) {
	r := must(age.NewScryptRecipient("p"))
	r.SetWorkFactor(2)
	for _, armored := range []bool{true, false} {
		var out bytes.Buffer
		var dst io.WriteCloser = struct {
			io.Writer
			io.Closer
		}{&out, io.NopCloser(nil)}
		if armored {
			dst = armor.NewWriter(&out)
		}
		w := must(age.Encrypt(dst, r))
		_, err := io.WriteString(w, "gapbook: 1\n")
		if err := errors.Join(err, w.Close()); err != nil {
			t.Fatal(err)
		}
		if armored {
			_ = dst.Close()
		}
		for _, data := range [][]byte{out.Bytes(), bytes.ReplaceAll(out.Bytes(), []byte("\n"), []byte("\r\n"))} {
			if !IsLocked(data) {
				t.Error("not recognised")
			}
			plain, _, err := Open(data, says("p"))
			if err == nil && string(plain) == "gapbook: 1\n" {
				continue
			}
			if armored || !errors.Is(err, ErrDamaged) {
				t.Errorf("armored %v: %q, %v", armored, plain, err)
			}
			break
		}
	}
}

// A save writes another payload behind the same header, and no two are alike.
func TestSavesShareOnlyTheHeader(t *testing.T) {
	key := must(WithPassphrase([]byte("p")))
	seen := map[string]bool{}
	for range 50 {
		raw, header, err := split(must(key.Seal([]byte("the same words"))))
		if err != nil || !bytes.Equal(header, key.header) {
			t.Fatal(err)
		}
		rest := raw[len(header):]
		for _, part := range [][]byte{rest[:payloadNonce], rest[payloadNonce:]} {
			if seen[string(part)] {
				t.Fatal("twice")
			}
			seen[string(part)] = true
		}
	}
	other := must(WithPassphrase([]byte("p")))
	if bytes.Equal(other.file, key.file) {
		t.Error("two locks share a file key")
	}
	if _, err := other.Open(must(key.Seal(nil))); !errors.Is(err, ErrOther) {
		t.Errorf("another key: %v", err)
	}
	if _, err := other.OpenChunk(key.SealChunk([]byte("x"))); !errors.Is(err, ErrOther) {
		t.Errorf("another key's chunk: %v", err)
	}
}

// A changed, missing or added byte is never another text: it is found, or, as white space around the armor, means nothing.
func TestTamperingIsFound(t *testing.T) {
	key := must(WithPassphrase([]byte("p")))
	plain := []byte(strings.Repeat("we just push the date ", 20))
	sealed := must(key.Seal(plain))
	opens := func(what string, i int, data []byte) {
		if got, _, err := Open(data, says("p")); err == nil && !bytes.Equal(got, plain) {
			t.Fatalf("%s at %d: opened", what, i)
		}
	}
	for i := range sealed {
		for _, bit := range []byte{1, 2, 4, 32, 128} {
			data := bytes.Clone(sealed)
			data[i] ^= bit
			if _, _, err := Open(data, says("p")); err == nil && i < len(sealed)-1 {
				t.Fatalf("bit %d of byte %d: opened", bit, i)
			}
		}
		opens("cut", i, sealed[:i])
		opens("left out", i, append(bytes.Clone(sealed[:i]), sealed[i+1:]...))
	}
	raw, header, _ := split(sealed)
	for i := range raw {
		data := bytes.Clone(raw)
		data[i] ^= 1
		if _, _, err := Open(data, says("p")); err == nil {
			t.Fatalf("byte %d of %d (header %d) under the armor: opened", i, len(raw), len(header))
		}
	}
	chunk := key.SealChunk(plain)
	for i := range chunk {
		data := bytes.Clone(chunk)
		data[i] ^= 1
		if _, err := key.OpenChunk(data); err == nil {
			t.Fatalf("byte %d of a chunk: opened", i)
		}
		if _, err := key.OpenChunk(chunk[:i]); err == nil {
			t.Fatalf("a chunk of %d bytes: opened", i)
		}
	}
	// Chunks of a payload in another order, or without the last.
	long := must(key.Seal(bytes.Repeat([]byte("a"), 3*payloadChunk)))
	raw, header, _ = split(long)
	body := raw[len(header)+payloadNonce:]
	const c = payloadChunk + 16
	for name, b := range map[string][]byte{
		"swapped": append(append(bytes.Clone(body[c:2*c]), body[:c]...), body[2*c:]...), "cut": body[:2*c], "doubled": append(bytes.Clone(body), body[2*c:]...),
	} {
		if _, err := key.Open(append(bytes.Clone(raw[:len(header)+payloadNonce]), b...)); !errors.Is(err, ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWrongPassphrase(t *testing.T) {
	sealed := must(must(WithPassphrase([]byte("right"))).Seal([]byte("x")))
	if _, _, err := Open(sealed, says("wrong")); !errors.Is(err, ErrWrong) {
		t.Errorf("got %v", err)
	}
	var tries []int
	given := [][]byte{{}, []byte("wrong"), []byte("right")}
	plain, _, err := Open(sealed, func(what Secret, try int) ([]byte, error) {
		tries = append(tries, try)
		return given[try], nil
	})
	if err != nil || string(plain) != "x" || len(tries) != 3 {
		t.Errorf("third time: %q, %v, tries %v", plain, err, tries)
	}
	if string(given[2]) == "right" {
		t.Error("the passphrase is still in memory")
	}
	if _, err := WithPassphrase(nil); err == nil {
		t.Error("an empty passphrase locks")
	}
	if !ByPassphrase(sealed) {
		t.Error("no passphrase would open it")
	}
}

func TestIdentities(t *testing.T) {
	mine, other := must(age.GenerateX25519Identity()), must(age.GenerateX25519Identity())
	key := must(ForRecipients([]string{mine.Recipient().String(), " " + other.Recipient().String() + "\n"}, nil, nil))
	sealed := must(key.Seal([]byte("x")))
	gives := func(text string, pass string) Ask {
		return func(what Secret, try int) ([]byte, error) {
			switch {
			case what == Identities:
				return []byte(text), nil
			case what == IdentityPassphrase && try == 0:
				return []byte(pass), nil
			}
			return nil, ErrWrong
		}
	}
	for _, id := range []*age.X25519Identity{mine, other} {
		if plain, _, err := Open(sealed, gives(id.String(), "")); err != nil || string(plain) != "x" {
			t.Errorf("%q, %v", plain, err)
		}
	}
	lockedID := string(must(must(WithPassphrase([]byte("p"))).Seal([]byte(mine.String()))))
	if plain, _, err := Open(sealed, gives(lockedID, "p")); err != nil || string(plain) != "x" {
		t.Errorf("by a locked identity file: %q, %v", plain, err)
	}
	if _, _, err := Open(sealed, gives(lockedID, "q")); !errors.Is(err, ErrWrong) {
		t.Errorf("got %v", err)
	}
	third := must(age.GenerateX25519Identity()).String()
	if _, _, err := Open(sealed, gives(third, "")); !errors.Is(err, ErrNoIdentity) {
		t.Errorf("got %v", err)
	}
	for _, bad := range []string{"", "hello", mine.String() + "x"} {
		if _, _, err := Open(sealed, gives(bad, "")); err == nil || strings.Contains(err.Error(), "AGE-SECRET") {
			t.Errorf("identity file %q: %v", bad, err)
		}
	}
	for _, bad := range []string{"", "age1xyz", "ssh-ed25519 AAAA", mine.String()} {
		if _, err := ForRecipients([]string{bad}, nil, nil); err == nil {
			t.Errorf("locked for %q", bad)
		}
	}
	if ByPassphrase(sealed) || key.ByPassphrase() {
		t.Error("a passphrase would open it")
	}
}

// A file that asks for more work than any machine should do is refused before the work.
func TestTooMuchWork(t *testing.T) {
	sealed := must(must(WithPassphrase([]byte("p"))).Seal(nil))
	raw, _, _ := split(sealed)
	data := bytes.Replace(raw, []byte(" 2\n"), []byte(" 21\n"), 1)
	if _, _, err := Open(data, says("p")); !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), "work factor") {
		t.Errorf("got %v", err)
	}
}

func FuzzOpen(f *testing.F) {
	workFactor = 2
	key := must(WithPassphrase([]byte("p")))
	sealed := must(key.Seal([]byte("x")))
	raw, _, _ := split(sealed)
	id := must(age.GenerateX25519Identity()).String()
	f.Add(sealed)
	f.Add(raw)
	f.Fuzz(func(t *testing.T, data []byte) {
		if plain, err := key.Open(data); err == nil && string(plain) != "x" {
			t.Fatalf("%q opened as %q", data, plain)
		}
		if _, err := key.OpenChunk(data); err == nil {
			t.Fatal("a chunk out of nowhere")
		}
		if !ByPassphrase(data) { // whose work is the file's choice
			_, _, _ = Open(data, func(Secret, int) ([]byte, error) { return []byte(id), nil })
		}
	})
}

// What a save costs, against what it writes.
func BenchmarkSeal(b *testing.B) {
	key := must(WithPassphrase([]byte("p")))
	plain := bytes.Repeat([]byte("> we just push the date, and nobody asks\n"), 1<<20/41)
	b.SetBytes(int64(len(plain)))
	for b.Loop() {
		must(key.Seal(plain))
	}
}

func BenchmarkOpen(b *testing.B) {
	key := must(WithPassphrase([]byte("p")))
	sealed := must(key.Seal(bytes.Repeat([]byte("> we just push the date, and nobody asks\n"), 1<<20/41)))
	b.SetBytes(int64(len(sealed)))
	for b.Loop() {
		must(key.Open(sealed))
	}
}

func BenchmarkSealChunk(b *testing.B) {
	key := must(WithPassphrase([]byte("p")))
	step := []byte(strings.Repeat("x", 150))
	for b.Loop() {
		_ = key.SealChunk(step)
	}
}
