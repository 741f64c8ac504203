package call

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
)

// clock follows a recording that plays in another window: it is started and stopped together with it.
type clock struct {
	now   func() time.Time
	base  time.Duration // the position when it was last started or set
	since time.Time     // when that was
	on    bool
	run   int // counts starts, so that ticks of an earlier one stop
}

// tickMsg draws the clock anew; there is one a second while it runs.
type tickMsg struct{ run int }

func (c *clock) position() time.Duration {
	if !c.on {
		return c.base
	}
	return c.base + c.now().Sub(c.since)
}

// at is the position as it is written in the file.
func (c *clock) at() model.Clock { return model.ClockAt(int(c.position() / time.Second)) }

// started says whether the clock means anything: at 0 and standing it does not, and nothing is stamped.
func (c *clock) started() bool { return c.on || c.base > 0 }

func (c *clock) set(position time.Duration) {
	c.base, c.since = max(position, 0), c.now()
}

func (c *clock) jump(by time.Duration) { c.set(c.position() + by) }

// toggle starts or stops; the command is the first tick.
func (c *clock) toggle() tea.Cmd {
	c.set(c.position())
	c.on = !c.on
	c.run++
	return c.tick()
}

// tick waits for the next full second of the recording.
func (c *clock) tick() tea.Cmd {
	if !c.on {
		return nil
	}
	run := c.run
	return tea.Tick(time.Second-c.position()%time.Second, func(time.Time) tea.Msg { return tickMsg{run} })
}

// stamp is what a line of the note begins with; nothing while the clock means nothing.
func (c *clock) stamp() string {
	if !c.started() {
		return ""
	}
	return "[" + string(c.at()) + "] "
}
