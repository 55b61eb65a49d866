package serve

import (
	"context"
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
	readers          int                  // sessions
	unused           map[*connection]bool // connections without a session
	from             map[netip.Prefix]int // connections, and sessions beyond the first of one
	answering        []netip.Prefix       // where the commands are from that are being answered
	answered         chan struct{}        // closed when one of them has been
	told             int                  // refusals that were told in the second of …
	second           time.Time
	omitted          int // … and those that were not told since the last that was
}

// mostUnused is how many connections may be without a session at once: they are about to be let in, or never will.
const mostUnused = 256

// Why nobody is let in.
var (
	errFull      = errors.New("there are as many readers as may be; try again later")
	errCrowd     = errors.New("as many readers as may be have come from this address; try again later")
	errArriving  = errors.New("too many are arriving at once; try again")
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

// arrive takes a place for a connection.
func (p *places) arrive(c *connection) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case p.from[c.origin] >= p.perAddress:
		return errCrowd
	case len(p.unused) >= mostUnused:
		return errArriving
	}
	if p.from == nil {
		p.from, p.unused = make(map[netip.Prefix]int), make(map[*connection]bool)
	}
	p.from[c.origin]++
	p.unused[c] = true
	return nil
}

// depart gives back the place of a connection. Its sessions give back theirs.
func (p *places) depart(c *connection) {
	p.mu.Lock()
	defer p.mu.Unlock()
	c.closed = true
	delete(p.unused, c)
	p.free(c.origin)
}

// free gives back a place of an address.
func (p *places) free(of netip.Prefix) {
	if p.from[of]--; p.from[of] <= 0 {
		delete(p.from, of)
	}
}

// enter takes a place for a session of a connection, whose first has the place of that.
func (p *places) enter(c *connection) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
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
	delete(p.unused, c)
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
		p.unused[c] = true
		c.login.Reset(patience)
	}
}

// Commands that are answered at once, of which each may take much memory, and those of one address.
const (
	mostAnswers = 4
	mostFromOne = 2
)

// answer waits for a place for a command, until ctx ends. Done gives it back.
func (p *places) answer(ctx context.Context, of netip.Prefix) (done func(), ok bool) {
	for {
		p.mu.Lock()
		same := 0
		for _, other := range p.answering {
			if other == of {
				same++
			}
		}
		if len(p.answering) < mostAnswers && same < mostFromOne {
			p.answering = append(p.answering, of)
			p.mu.Unlock()
			return func() { p.answeredOne(of) }, true
		}
		if p.answered == nil {
			p.answered = make(chan struct{})
		}
		freed := p.answered
		p.mu.Unlock()
		select {
		case <-freed:
		case <-ctx.Done():
			return nil, false
		}
	}
}

// answeredOne gives back the place of a command.
func (p *places) answeredOne(of netip.Prefix) {
	p.mu.Lock()
	defer p.mu.Unlock()
	n := slices.Index(p.answering, of)
	p.answering = slices.Delete(p.answering, n, n+1)
	if p.answered != nil {
		close(p.answered)
		p.answered = nil
	}
}

// closeUnused closes all connections without a session.
func (p *places) closeUnused() {
	p.mu.Lock()
	var all []*connection
	for c := range p.unused {
		all = append(all, c)
	}
	p.mu.Unlock()
	for _, c := range all {
		_ = c.Close()
	}
}

// mayTell reports whether one more refusal is told. Who is refused could fill the disk with that, so that of many in
// one second some are only counted.
func (p *places) mayTell(now time.Time) (omitted int, ok bool) {
	const most = 5
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
