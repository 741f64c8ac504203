package interview

import "time"

// idle is the silence after which an interview is taken to be over or interrupted: what comes after it does not count.
const idle = 15 * time.Minute

// clock counts the minutes of an interview. It runs from one key to the next as long as they are not too far apart, so
// that a lunch, or a page left open, is not counted.
type clock struct {
	before int // minutes counted in earlier sittings
	spent  time.Duration
	last   time.Time // the last sign of life; zero while it stands still
	halted bool      // by the person: only the person starts it again
}

func (c *clock) touch(now time.Time) {
	if c.halted {
		return
	}
	c.spent += c.since(now)
	c.last = now
}

// since is what has passed since the last sign of life and counts.
func (c *clock) since(now time.Time) time.Duration {
	if d := now.Sub(c.last); !c.last.IsZero() && d > 0 && d <= idle {
		return d
	}
	return 0
}

func (c *clock) stop(now time.Time) {
	c.spent += c.since(now)
	c.last = time.Time{}
}

func (c *clock) toggle(now time.Time) {
	if c.running(now) {
		c.stop(now)
		c.halted = true
		return
	}
	c.halted = false
	c.touch(now)
}

func (c *clock) running(now time.Time) bool { return !c.last.IsZero() && now.Sub(c.last) <= idle }

// ran says whether there is anything to record.
func (c *clock) ran() bool { return c.spent > 0 || !c.last.IsZero() }

func (c *clock) minutes(now time.Time) int {
	return c.before + int((c.spent + c.since(now) + 30*time.Second).Minutes())
}

// set corrects the count by hand.
func (c *clock) set(minutes int) {
	*c = clock{before: minutes, halted: c.halted}
}
