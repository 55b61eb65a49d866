// Package serve lets many readers have one record over SSH: a screen each, or what a command writes.
//
//	l, err := serve.Listen("127.0.0.1:2222")
//	server := &serve.Server{HostKey: key, Keys: keys, Show: show, Answer: answer, Log: log, Now: now}
//	err = server.Serve(ctx, l)
//
// It is written for readers whom nobody knows. A connection is a [Server] that lets it in by its address and its key;
// on it a session is one reader, who has a terminal and is shown the record, or names a command and is answered. All
// that a reader can take of the machine has a bound: readers in all and of one address, connections that are not let in
// yet, variables, what is typed and how fast, output that waits, and time without a key. A terminal is given back
// whatever ends its reader, and a panic ends one reader alone. Nothing but sessions is let in: no forwarding, no files,
// no agent.
//
//	server.go      who is let in, and the end
//	places.go      how many, and from where
//	connection.go  a connection, which may have several sessions
//	session.go     a session: what it asks for
//	reader.go      what its reader is given: a screen or an answer
//	input.go       what is typed, and how much of that is heard
//	output.go      what is written, and how long that may wait
//	keys.go        the key of the host, and those of readers
//
// SSH itself is that of golang.org/x/crypto/ssh, as package wish sets it up. A session is handled here and not by
// charmbracelet/ssh, whose sessions wait for ever for sizes that nobody takes, keep any number of variables, and write
// line ends of their own into what a terminal is told.
//
// It reads and writes no file, knows no record and no screen, and may import nothing of dateline but timeline/sanitize.
// It alone may use the network.
package serve
