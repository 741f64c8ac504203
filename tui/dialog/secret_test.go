package dialog

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/style"
)

func TestSecret(t *testing.T) {
	got := ""
	s := &Secret{Title: "acme.yaml", Label: "Passphrase", Problem: "wrong passphrase", Then: func(p []byte) tea.Cmd { got = string(p); return nil }}
	open, screen := send(t, s, key(tea.KeyEnter), key(tea.KeyF1), key(tea.KeyEsc))
	if !open || !strings.Contains(screen, "wrong passphrase") {
		t.Fatalf("an empty answer was taken:\n%s", screen)
	}
	open, screen = send(t, s, letter(" "), letter("p"), tea.PasteMsg{Content: "ass?é"})
	if !open || strings.ContainsAny(screen, "?é") || !strings.Contains(screen, strings.Repeat(style.Bullet, 7)) || strings.Contains(screen, "wrong") {
		t.Fatalf("shows:\n%s", screen)
	}
	if open, _ = send(t, s, letter(" "), key(tea.KeyEnter)); open || got != " pass?é " {
		t.Errorf("open %v, got %q", open, got)
	}
	if open, _ = send(t, s, key(tea.KeyEsc)); open || s.input.Text() != "" {
		t.Errorf("open %v, still holds %q", open, s.input.Text())
	}
}
