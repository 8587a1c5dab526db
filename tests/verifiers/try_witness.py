#!/usr/bin/env python3
"""Tries a witness's add-checkpoint server, status by status: try_witness.py WORK WITNESS.

WITNESS is a command that takes -listen, -origin, -vkey, -key and -state and prints `listening on ADDRESS`.
Prints one line of summary; exit code 1 if an answer is not the one that the protocol asks for.
"""
import http.client
import os
import shlex
import subprocess
import sys
import threading

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "python")]
import make_log as log
import note

NAME = "witness.delta.example/w"
ROW = [log.leaf(b"entry %d" % seq) for seq in range(300)]
OTHER = ROW[:7] + [log.leaf(b"another view")] + ROW[8:]


class Witness:
    """A witness under test, as a process."""

    def __init__(self, command, folder):
        self.key, self.state = os.path.join(folder, "key"), os.path.join(folder, "state")
        stem, number, _ = log.vkey(NAME, 4).split("+", 2)
        log.write(folder, {"key": f"PRIVATE+KEY+{stem}+{number}+{log.b64(bytes([4]) + log.seed(NAME))}\n".encode()})
        words = ["-listen", "127.0.0.1:0", "-origin", log.ORIGIN, "-vkey", log.vkey(log.ORIGIN, 1), "-key", self.key, "-state", self.state]
        self.child = subprocess.Popen(shlex.split(command) + words, stdout=subprocess.PIPE, text=True)
        self.address = self.child.stdout.readline().split()[-1]

    def ask(self, method, path, body=None):
        """Returns status, type and body of an answer."""
        connection = http.client.HTTPConnection(self.address, timeout=20)
        connection.request(method, path, body)
        answer = connection.getresponse()
        found = answer.status, answer.getheader("Content-Type"), answer.read()
        connection.close()
        return found

    def add(self, old, proof, checkpoint):
        lines = "".join(log.b64(one) + "\n" for one in proof)
        return self.ask("POST", "/add-checkpoint", f"old {old}\n{lines}\n".encode() + checkpoint)

    def latest(self):
        return self.ask("GET", f"/{log.digest(log.ORIGIN.encode()).hex()}/checkpoint")

    def stop(self):
        self.child.kill()
        self.child.wait()
        self.child.stdout.close()


def plain(old, row):
    """The consistency proof of RFC 6962, whose first hash goes without saying for a perfect subtree."""
    path = log.consistency(old, row)
    return path[1:] if old & (old - 1) == 0 and path[0] == log.root(row[:old]) else path


class Trial:
    """What was expected and what came."""

    def __init__(self):
        self.count, self.wrong = 0, 0

    def expect(self, what, found, wanted):
        self.count += 1
        if found != wanted:
            self.wrong += 1
            print(f"{what}: {found!r} instead of {wanted!r}")


def signed(row):
    return log.checkpoint(row, ())


def cosigned(answer, checkpoint):
    """Whether an answer makes a checkpoint that a policy with this witness accepts, at a time that is not nought."""
    trusted = note.Policy(f"log {log.vkey(log.ORIGIN, 1)}\nwitness w {log.vkey(NAME, 4)}\nquorum w\n".encode())
    blob = note.unbase64(answer.split(b" ")[2].rstrip(b"\n"), "cosignature")
    return bool(note.Checkpoint(trusted, checkpoint + answer).seen) and any(blob[4:12])


def try_all(command, folder):
    trial, witness = Trial(), Witness(command, folder)
    five, nine, all_of_them = signed(ROW[:5]), signed(ROW[:9]), signed(ROW)
    trial.expect("nothing cosigned yet", witness.latest()[0], 404)
    for what, body in {
        "empty": b"", "no blank line": b"old 0\n", "no old size": b"\n\n" + five, "old size with a zero": b"old 00\n\n" + five,
        "a proof that is no base64": b"old 1\n*\n\n" + five, "64 proof lines": b"old 1\n" + (log.b64(ROW[0]) + "\n").encode() * 64 + b"\n" + five,
        "no checkpoint": b"old 0\n\n", "a size with a zero": b"old 0\n\n" + five.replace(b"\n5\n", b"\n05\n"),
    }.items():
        trial.expect(f"malformed: {what}", witness.ask("POST", "/add-checkpoint", body)[0], 400)
    trial.expect("old size above", witness.add(6, [], five)[0], 400)
    trial.expect("unknown origin", witness.add(0, [], five.replace(log.ORIGIN.encode() + b"\n5", b"x.example\n5"))[0], 404)
    trial.expect("no signature", witness.add(0, [], five.split(b"\n\n")[0] + b"\n\n" + log.line("x.example", 1, b"x" * 64).encode())[0], 403)
    trial.expect("a bad signature", witness.add(0, [], five.replace(log.b64(log.root(ROW[:5])).encode(), log.b64(b"x" * 32).encode()))[0], 403)
    trial.expect("stale", witness.add(4, [ROW[0]], five), (409, "text/x.tlog.size", b"0\n"))
    trial.expect("a proof from nothing", witness.add(0, [ROW[0]], five)[0], 422)
    status, _, answer = witness.add(0, [], five)
    trial.expect("first checkpoint", (status, cosigned(answer, five)), (200, True))
    trial.expect("stale after the first", witness.add(0, [], five), (409, "text/x.tlog.size", b"5\n"))
    trial.expect("the same again", witness.add(5, [], five)[0], 200)
    trial.expect("a proof for the same", witness.add(5, [ROW[0]], five)[0], 422)
    trial.expect("equal size, another root", witness.add(5, [], signed([b"x" * 32] + ROW[1:5]))[0], 422)
    proof = plain(5, ROW[:9])
    trial.expect("a proof that is wrong", witness.add(5, proof[::-1], nine)[0], 422)
    trial.expect("a proof cut short", witness.add(5, proof[:-1], nine)[0], 422)
    fake = log.line(NAME, 4, b"\0" * 72).encode()
    status, _, answer = witness.add(5, proof, nine + fake)
    trial.expect("growth, with a line in its own name", (status, cosigned(answer, nine)), (200, True))
    status, kind, shown = witness.latest()
    trial.expect("its own checkpoint", (status, kind, fake in shown), (200, "text/plain; charset=utf-8", False))
    trial.expect("what it serves is cosigned", shown.startswith(nine) and cosigned(shown[len(nine):], nine), True)
    trial.expect("another past", witness.add(9, plain(9, OTHER), signed(OTHER))[0], 422)
    trial.expect("an empty tree", witness.add(0, [], signed([]))[0], 409)
    trial.expect("another way to ask", witness.ask("GET", "/add-checkpoint")[0], 405)
    witness.stop()
    witness = Witness(command, folder)
    trial.expect("rollback after a kill", witness.add(5, proof, nine), (409, "text/x.tlog.size", b"9\n"))
    race(trial, witness)
    trial.expect("growth after a kill and a race", witness.add(40, plain(40, ROW), all_of_them)[0], 200)
    witness.stop()
    return trial


def race(trial, witness):
    """Sizes 10 to 40 all at once, each from 9: one wins, and the largest is brought to the end afterwards."""
    found = []
    def one(size):
        found.append((witness.add(9, plain(9, ROW[:size]), signed(ROW[:size]))[0], size))
    threads = [threading.Thread(target=one, args=(size,)) for size in range(10, 40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    winners = [size for status, size in found if status == 200]
    trial.expect("a race has one winner", len(winners), 1)
    trial.expect("all others are stale", {status for status, size in found if size not in winners}, {409})
    trial.expect("then on", witness.add(winners[0], plain(winners[0], ROW[:40]), signed(ROW[:40]))[0], 200)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        print(__doc__)
        sys.exit(2)
    os.makedirs(sys.argv[1], exist_ok=True)
    if os.path.exists(os.path.join(sys.argv[1], "state")):
        os.remove(os.path.join(sys.argv[1], "state"))
    tried = try_all(sys.argv[2], sys.argv[1])
    print(f"witness: {tried.count} answers, {tried.wrong} wrong")
    sys.exit(tried.wrong > 0)
