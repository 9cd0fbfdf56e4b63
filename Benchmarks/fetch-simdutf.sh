#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: The Namesake authors
#
# Brings simdutf's sources, which Debian 12 does not package, into a hidden folder for TextRatios.
set -eu
cd "$(dirname "$0")"
commit=d3bac9a2307949f3212746e8f10cad43fe7362c9
[ -d .rivals/simdutf ] && exit 0
mkdir -p .rivals
git clone --quiet "${1:-https://github.com/simdutf/simdutf}" .rivals/simdutf.part
git -C .rivals/simdutf.part checkout --quiet "$commit"
mv .rivals/simdutf.part .rivals/simdutf
