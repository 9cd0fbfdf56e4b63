// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors
#define LANE_MATRIX nsk_lanes_score_portable
#include "lane_matrix.h"
