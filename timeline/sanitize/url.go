package sanitize

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/net/idna"
)

// WebAddress returns an address of the web as it is safe to give to a browser or a terminal. The address begins
// with http:// or https://. It is printable ASCII without blanks and quotes: the host is in Punycode, which shows
// letters that only look like others, and the rest is percent-encoded. WebAddress of a result is the same.
//
// It is not ok for anything else: other schemes, addresses with a user's name, which can look like a host, hosts
// that cannot be looked up, ports above 65535, and addresses of more than 2,000 bytes, which no screen shows.
func WebAddress(text string) (address string, ok bool) {
	if len(text) > maxAddress {
		return "", false
	}
	u, err := url.Parse(text)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.User != nil {
		return "", false
	}
	if u.Host, ok = asciiHost(u); !ok {
		return "", false
	}
	if address = escapeAddress(u.String()); len(address) > maxAddress {
		return "", false
	}
	return address, true
}

const (
	maxAddress = 2000 // the greatest length in bytes of an address

	maxHost = 253  // the greatest length in bytes of a name that can be looked up
	maxIDN  = 1000 // the same before Punycode, which takes time by the square of the length
)

// asciiHost returns the host of u with its port, in ASCII.
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
	foreign := func(r rune) bool { return !strings.ContainsRune(allowed, r) }
	if host == "" || len(host) > maxHost || strings.ContainsFunc(host, foreign) {
		return "", false
	}
	if strings.HasPrefix(u.Host, "[") {
		host = "[" + host + "]"
	}
	if u.Port() != "" {
		// A thousand zeros before the port would hide the host, since a long address is cut where it is shown.
		port, err := strconv.ParseUint(u.Port(), 10, 16)
		if err != nil {
			return "", false
		}
		host += ":" + strconv.FormatUint(port, 10)
	}
	return host, true
}

// escapeAddress percent-encodes what an address cannot have but net/url leaves, such as quotes in a query.
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
