#!/usr/bin/env python3
"""Makes a base and N rival versions as Word documents, where ../shared is not at hand.

  make.py OUTDIR N

Each version replaces, drops and adds words and now and then a whole paragraph. Same N, same words.
"""
import os
import random
import sys

import docx

WORDS = ("each Party shall notify the others promptly of any measure that it takes under this Treaty and "
         "consult them where it deems necessary in good faith before the measure takes effect").split()
RIVALS = "may should at once jointly where possible without delay".split()


def main(folder, count):
    os.makedirs(folder, exist_ok=True)
    source = random.Random(11)
    base = [[source.choice(WORDS) for _ in range(60)] for _ in range(30)]
    for number in range(count + 1):
        chance = random.Random(number)
        document = docx.Document()
        for place, paragraph in enumerate(base):
            words = []
            for word in paragraph:
                roll = chance.random() if number else 1
                if roll < 0.03:
                    words.append(chance.choice(RIVALS))
                elif roll < 0.05:
                    continue
                else:
                    words.append(word)
                if 0.05 <= roll < 0.07:
                    words.append(chance.choice(RIVALS))
            if number and place not in (0, len(base) - 1) and chance.random() < 0.03:
                continue
            document.add_paragraph(" ".join(words) + ".")
            if number and chance.random() < 0.03 and place != len(base) - 1:
                document.add_paragraph(f"This paragraph is wanted by delegation {number} alone.")
        document.save(os.path.join(folder, f"d{number:02}.docx"))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
