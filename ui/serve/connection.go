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
	login  *time.Timer // closes it while it has no session
	sent   allowance   // what the client may still send
	ended  chan struct{}

	sessions int  // guarded by places
	closed   bool // guarded by places
	once     sync.Once
}

// connect takes a place for what has connected.
func (s *Server) connect(c net.Conn) (*connection, error) {
	one := &connection{Conn: c, server: s, origin: origin(c.RemoteAddr()), ended: make(chan struct{})}
	one.sent = allowance{most: sentAtOnce, perSecond: sentPerSecond, left: sentAtOnce, at: s.Now()}
	one.login = time.AfterFunc(s.patience.login, func() { _ = one.Close() })
	instead, err := s.places.arrive(one)
	if err != nil {
		one.login.Stop()
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
	c.once.Do(func() { // before the client knows that it may come again
		c.login.Stop()
		close(c.ended)
		c.server.places.depart(c)
	})
	return c.Conn.Close()
}
