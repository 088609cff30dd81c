//go:build !race

package prose

const underRace = false
