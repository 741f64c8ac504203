package main

import (
	"context"
	"fmt"
	"os"
	"strings"
	"sync"

	"charm.land/fang/v2"

	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/tui"
	"github.com/gapbook/gapbook/tui/screen"
)

// breakdownMain is the command `breakdown FILE WHERE` of the tests: the app on a book that panics once, with words of the
// client, when boom was typed.
func breakdownMain() {
	book, err := workbook.Open(os.Args[1])
	if err == nil {
		err = showApp(context.Background(), tui.Options{Book: &breaking{Book: book, where: os.Args[2]}})
	}
	if err != nil {
		printError(os.Stderr, fang.Styles{}, err)
	}
	os.Exit(exitCode(err))
}

type breaking struct {
	screen.Book
	where string
	mu    sync.Mutex
	armed bool
	once  bool
}

func (b *breaking) Apply(name string, edits ...screen.Edit) error {
	err := b.Book.Apply(name, edits...)
	for _, e := range edits {
		if strings.Contains(fmt.Sprint(e.Value), "boom") {
			b.mu.Lock()
			b.armed = true
			b.mu.Unlock()
		}
	}
	b.breakIn("update")
	return err
}

func (b *breaking) ReadOnly() string {
	b.breakIn("view")
	return b.Book.ReadOnly()
}

func (b *breaking) Save() error {
	b.breakIn("command")
	return b.Book.Save()
}

func (b *breaking) breakIn(where string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.armed && !b.once && b.where == where {
		b.once = true
		panic("the client said boom")
	}
}
