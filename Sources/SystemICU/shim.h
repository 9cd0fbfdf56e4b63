// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
// Empty on purpose: this target only carries pkg-config's flags for ICU.
// ICU renames its functions by macro, so Swift reaches them through CNamesakeICU.
