// Package incremental holds no code: its tests guard what a build may keep
// from the build before.
//
// What a build publishes must not depend on what was there: an earlier public
// folder, a cache in any state, a build that was killed, a full disk. Each
// test here builds twice, once as an editor does, over what is there, and once
// cleanly, into an empty folder with an empty cache, and wants the same exit
// status, the same findings and the same bytes.
//
//   - Sequences: random edits of a small site (site_test.go, edit*_test.go), a
//     build after each, and the shortest list of edits where one goes wrong.
//     -sequences N makes a longer run, -seed S another one.
//   - The same bytes: any number of workers, any order of folder entries, any
//     file system, any state of the cache.
//   - Kills: SIGKILL at random moments; -kills N for more.
//   - Faults: no space, no permission, a cache that is none.
//
// builds_test.go is the only file that knows the program's command line.
package incremental
