package host

import (
	"errors"
	"fmt"
	"net/url"
	"os/exec"
	"runtime"
)

// ErrNotWeb is the error for an address that is not an absolute http or https URL.
var ErrNotWeb = errors.New("only http and https links are opened")

// OpenURL opens a web address in the reader's browser and does not wait for it. The error is ErrNotWeb for every address
// that is not http or https.
func OpenURL(address string) error {
	u, err := url.Parse(address)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" {
		return ErrNotWeb
	}
	words := opener(runtime.GOOS)
	// String begins with the scheme, so the address can never look like an option.
	cmd := exec.Command(words[0], append(words[1:], u.String())...)
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("cannot start %s: %w", words[0], err)
	}
	go func() { _ = cmd.Wait() }()
	return nil
}

// opener is the program that hands an address to the browser.
func opener(system string) []string {
	switch system {
	case "darwin":
		return []string{"open"}
	case "windows":
		return []string{"rundll32", "url.dll,FileProtocolHandler"}
	default:
		return []string{"xdg-open"}
	}
}
