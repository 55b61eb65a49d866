package sanitize

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/idna"
)

// WebAddress gives an address of the web as it may be handed to a browser or a terminal; ok is false for everything else.
// It begins with http:// or https:// and is printable ASCII without blanks and quotes: the host in Punycode, so that letters
// which only look like others show, the rest percent-encoded. An address that hides its host behind a user's name is none.
func WebAddress(text string) (address string, ok bool) {
	u, err := url.Parse(text)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.User != nil {
		return "", false
	}
	if u.Host, ok = asciiHost(u); !ok {
		return "", false
	}
	return escapeAddress(u.String()), true
}

const (
	maxHost = 253  // bytes of a name that can be looked up
	maxIDN  = 1000 // bytes that are put into Punycode, whose cost grows with their square
)

// asciiHost gives the host of u with its port, in ASCII.
func asciiHost(u *url.URL) (host string, ok bool) {
	if host = strings.ToLower(u.Hostname()); len(host) > maxIDN {
		return "", false
	}
	if strings.IndexFunc(host, func(r rune) bool { return r > '~' }) >= 0 {
		var err error
		if host, err = idna.Lookup.ToASCII(host); err != nil {
			return "", false
		}
	}
	allowed := "abcdefghijklmnopqrstuvwxyz0123456789.-_"
	if strings.HasPrefix(u.Host, "[") { // an IPv6 address
		allowed = "abcdef0123456789:."
	}
	if host == "" || len(host) > maxHost || strings.ContainsFunc(host, func(r rune) bool { return !strings.ContainsRune(allowed, r) }) {
		return "", false
	}
	if strings.HasPrefix(u.Host, "[") {
		host = "[" + host + "]"
	}
	if u.Port() != "" {
		// Zeros without end in front of a port would be shown in the place of the host.
		port, err := strconv.ParseUint(u.Port(), 10, 16)
		if err != nil {
			return "", false
		}
		host += ":" + strconv.FormatUint(port, 10)
	}
	return host, true
}

// escapeAddress percent-encodes what an address cannot hold and net/url lets through, such as quotes in a query.
func escapeAddress(address string) string {
	var out strings.Builder
	for i := range len(address) {
		if c := address[i]; c <= ' ' || c > '~' || strings.IndexByte("\"'<>\\^`{|}", c) >= 0 {
			fmt.Fprintf(&out, "%%%02X", c)
		} else {
			out.WriteByte(c)
		}
	}
	return out.String()
}
