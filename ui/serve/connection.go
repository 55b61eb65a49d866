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

	sessions int  // guarded by places
	closed   bool // guarded by places
	once     sync.Once
}

// connect takes a place for what has connected.
func (s *Server) connect(c net.Conn) (*connection, error) {
	one := &connection{Conn: c, server: s, origin: origin(c.RemoteAddr())}
	one.login = time.AfterFunc(s.patience.login, func() { _ = one.Close() })
	if err := s.places.arrive(one); err != nil {
		one.login.Stop()
		s.refused(c.RemoteAddr(), "was not let in: "+err.Error())
		return nil, err
	}
	return one, nil
}

// Close ends the connection with all its sessions.
func (c *connection) Close() error {
	err := c.Conn.Close()
	c.once.Do(func() {
		c.login.Stop()
		c.server.places.depart(c)
	})
	return err
}
