package serve

import (
	"net"
	"net/netip"
	"sync"
	"time"
)

// A connection is one to a client. It has a session for each reader, most often one, and is closed where it has none
// for long.
type connection struct {
	net.Conn
	server *Server
	origin netip.Prefix
	sent   allowance // what the client may still send
	ended  chan struct{}
	once   sync.Once

	// Guarded by places.
	login    *time.Timer // closes it while it has no session
	sessions int
	closed   bool
}

// connect takes a place for what has connected.
func (s *Server) connect(c net.Conn) (*connection, error) {
	one := &connection{Conn: c, server: s, origin: origin(c.RemoteAddr()), ended: make(chan struct{})}
	one.sent = allowance{most: sentAtOnce, perSecond: sentPerSecond, left: sentAtOnce, at: s.Now()}
	instead, err := s.places.arrive(one, s.patience.login)
	if err != nil {
		s.note(host(c.RemoteAddr()) + " was not let in: " + err.Error())
		return nil, err
	}
	if instead != nil {
		_ = instead.Close()
	}
	return one, nil
}

// What a client may send, in bytes of SSH: a key takes some 50, and a mouse that moves 6,000 a second. SSH would keep 2
// MB for each session that is not read yet, and of bytes that come one by one 46 times as much.
const (
	sentAtOnce    = 256 << 10
	sentPerSecond = 64 << 10
)

// Read reads what the client sends, no faster than it may.
func (c *connection) Read(p []byte) (int, error) {
	n, err := c.sent.wait(c.server.Now, c.ended)
	if err != nil {
		return 0, err
	}
	n, err = c.Conn.Read(p[:min(len(p), n)])
	c.sent.left -= n
	return n, err
}

// Close ends the connection with all its sessions.
func (c *connection) Close() error {
	c.once.Do(func() {
		close(c.ended)
		c.server.places.depart(c) // before the client knows that it may come again
	})
	return c.Conn.Close()
}
