package serve

import (
	"errors"
	"net"
	"net/netip"
	"slices"
	"sync"
	"time"
)

// Places are how many readers there are, and where they come from.
type places struct {
	mu               sync.Mutex
	most, perAddress int
	readers          int                  // sessions that have a place
	sessions         sync.WaitGroup       // all, to their ends
	stopped          bool                 // nobody is let in any more
	unused           []*connection        // connections without a session, the oldest first
	from             map[netip.Prefix]int // connections, and sessions beyond the first of one
	answering        []netip.Prefix       // where the commands are from that are being answered
	answered         chan struct{}        // closed when one of them has been
	told             int                  // lines of the log in the second of …
	second           time.Time
	omitted          int // … and those that were left out since the last
}

// mostUnused is how many connections may be without a session at once: they are about to be let in, or never will. For
// one more the oldest has to go, so that somebody who opens connections and says nothing does not keep the others out.
const mostUnused = 256

// Why nobody is let in.
var (
	errFull      = errors.New("there are as many readers as may be; try again later")
	errCrowd     = errors.New("as many readers as may be have come from this address; try again later")
	errLong      = errors.New("an answer may take no longer; ask for less at once")
	errAnswering = errors.New("too many commands are being answered; try again")
)

// host returns the address of somebody without the port.
func host(a net.Addr) string {
	h, _, err := net.SplitHostPort(a.String())
	if err != nil {
		return a.String()
	}
	return h
}

// origin returns what counts as one address: of IPv6 the network of 64 bits, of which one machine has all.
func origin(a net.Addr) netip.Prefix {
	at, err := netip.ParseAddrPort(a.String())
	if err != nil {
		return netip.Prefix{}
	}
	ip, bits := at.Addr().Unmap().WithZone(""), 64
	if ip.Is4() {
		bits = 32
	}
	p, _ := ip.Prefix(bits)
	return p
}

// arrive takes a place for a connection, which is closed if it has no session for that long. It returns the one that
// has to go for it, or nil.
func (p *places) arrive(c *connection, patience time.Duration) (instead *connection, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case p.stopped:
		return nil, errStopped
	case p.from[c.origin] >= p.perAddress:
		return nil, errCrowd
	}
	if p.from == nil {
		p.from = make(map[netip.Prefix]int)
	}
	if len(p.unused) >= mostUnused {
		instead = p.unused[0]
		p.use(instead) // so that nobody else has it go too
	}
	p.from[c.origin]++
	p.unused = append(p.unused, c)
	c.login = time.AfterFunc(patience, func() { _ = c.Close() })
	return instead, nil
}

// depart gives back the place of a connection. Its sessions give back theirs.
func (p *places) depart(c *connection) {
	p.mu.Lock()
	defer p.mu.Unlock()
	c.closed = true
	c.login.Stop()
	p.use(c)
	p.free(c.origin)
}

// use takes a connection from those without a session.
func (p *places) use(c *connection) {
	p.unused = slices.DeleteFunc(p.unused, func(one *connection) bool { return one == c })
}

// free gives back a place of an address.
func (p *places) free(of netip.Prefix) {
	if p.from[of]--; p.from[of] <= 0 {
		delete(p.from, of)
	}
}

// enter takes a place for a session of a connection, whose first has the place of that. When the session is over,
// sessions is to be told.
func (p *places) enter(c *connection) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case p.stopped:
		return errStopped
	case p.readers >= p.most:
		return errFull
	case c.sessions > 0 && p.from[c.origin] >= p.perAddress:
		return errCrowd
	}
	if c.sessions > 0 {
		p.from[c.origin]++
	}
	c.sessions++
	p.readers++
	p.sessions.Add(1)
	p.use(c)
	c.login.Stop()
	return nil
}

// leave gives back the place of a session.
func (p *places) leave(c *connection, patience time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.readers--
	if c.sessions--; c.sessions > 0 {
		p.free(c.origin)
		return
	}
	if !c.closed { // it may be used again
		p.unused = append(p.unused, c)
		c.login.Reset(patience)
	}
}

// stop lets nobody in from now on, and closes all connections without a session.
func (p *places) stop() {
	p.mu.Lock()
	p.stopped = true
	all := slices.Clone(p.unused)
	p.mu.Unlock()
	for _, c := range all {
		_ = c.Close()
	}
}

// mayTell reports whether one more line is for the log. Who comes and goes all the time, or is refused, could fill the
// disk with that, so that of many in one second some are only counted.
func (p *places) mayTell(now time.Time) (omitted int, ok bool) {
	const most = 10
	p.mu.Lock()
	defer p.mu.Unlock()
	if now.Sub(p.second) >= time.Second {
		p.second, p.told = now, 0
	}
	if p.told >= most {
		p.omitted++
		return 0, false
	}
	omitted = p.omitted
	p.told, p.omitted = p.told+1, 0
	return omitted, true
}
