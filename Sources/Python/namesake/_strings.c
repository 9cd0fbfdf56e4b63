// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Namesake authors

// Lists of str to columns of text and back: a loop in Python takes longer than the library takes to
// normalize the names.

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>
#include <string.h>

// The list itself, or a new list of what the object has; NULL with an exception.
static PyObject *as_list(PyObject *object) {
  if (PyList_Check(object)) {
    Py_INCREF(object);
    return object;
  }
  return PySequence_List(object);
}

// Length of an item in UTF-8, 0 for None; -1 with an exception.
static Py_ssize_t length_of(PyObject *item, Py_ssize_t place) {
  Py_ssize_t length;
  if (item == Py_None) return 0;
  if (!PyUnicode_Check(item)) {
    PyErr_Format(PyExc_TypeError, "item %zd is no str but %R", place, (PyObject *)Py_TYPE(item));
    return -1;
  }
  return PyUnicode_AsUTF8AndSize(item, &length) ? length : -1;
}

static PyObject *pack(PyObject *module, PyObject *argument) {
  (void)module;
  PyObject *texts = NULL, *offsets = NULL, *nulls = NULL, *result = NULL;
  PyObject *list = as_list(argument);
  if (!list) return NULL;
  const Py_ssize_t count = PyList_Size(list);
  offsets = PyBytes_FromStringAndSize(NULL, (count + 1) * (Py_ssize_t)sizeof(int64_t));
  if (!offsets) goto done;
  char *places = PyBytes_AsString(offsets);
  int64_t total = 0;
  memcpy(places, &total, sizeof total);
  for (Py_ssize_t place = 0; place < count; place++) {
    PyObject *item = PyList_GetItem(list, place);
    const Py_ssize_t length = length_of(item, place);
    if (length < 0) goto done;
    if (item == Py_None) {
      if (!nulls) {
        nulls = PyBytes_FromStringAndSize(NULL, count);
        if (!nulls) goto done;
        memset(PyBytes_AsString(nulls), 0, (size_t)count);
      }
      PyBytes_AsString(nulls)[place] = 1;
    }
    total += length;
    memcpy(places + (place + 1) * (Py_ssize_t)sizeof total, &total, sizeof total);
  }
  texts = PyBytes_FromStringAndSize(NULL, (Py_ssize_t)total);
  if (!texts) goto done;
  char *next = PyBytes_AsString(texts);
  for (Py_ssize_t place = 0; place < count; place++) {
    PyObject *item = PyList_GetItem(list, place);
    if (item == Py_None) continue;
    Py_ssize_t length;
    const char *text = PyUnicode_AsUTF8AndSize(item, &length);
    if (!text) goto done;
    memcpy(next, text, (size_t)length);
    next += length;
  }
  result = Py_BuildValue("OOnO", texts, offsets, count, nulls ? nulls : Py_None);
done:
  Py_XDECREF(texts);
  Py_XDECREF(offsets);
  Py_XDECREF(nulls);
  Py_DECREF(list);
  return result;
}

static PyObject *unpack(PyObject *module, PyObject *arguments) {
  (void)module;
  unsigned long long text_address, offset_address;
  Py_ssize_t count;
  PyObject *nulls;
  if (!PyArg_ParseTuple(arguments, "KKnO", &text_address, &offset_address, &count, &nulls))
    return NULL;
  const char *texts = (const char *)(uintptr_t)text_address;
  const int64_t *offsets = (const int64_t *)(uintptr_t)offset_address;
  const char *isNull = nulls == Py_None ? NULL : PyBytes_AsString(nulls);
  if (nulls != Py_None && !isNull) return NULL;
  PyObject *list = PyList_New(count);
  if (!list) return NULL;
  for (Py_ssize_t place = 0; place < count; place++) {
    PyObject *item;
    if (isNull && isNull[place]) {
      item = Py_None;
      Py_INCREF(item);
    } else {
      const int64_t start = offsets[place];
      item = PyUnicode_DecodeUTF8(texts + start, (Py_ssize_t)(offsets[place + 1] - start), "replace");
    }
    if (!item || PyList_SetItem(list, place, item) < 0) {
      Py_DECREF(list);
      return NULL;
    }
  }
  return list;
}

static PyMethodDef methods[] = {
    {"pack", pack, METH_O,
     "pack(texts) -> (bytes, offsets, count, nulls): strs end to end in UTF-8, 8-byte offsets, and "
     "one byte for each item that tells None, or None when there is none."},
    {"unpack", unpack, METH_VARARGS,
     "unpack(text_address, offset_address, count, nulls) -> list of str and None."},
    {NULL, NULL, 0, NULL}};

static PyModuleDef_Slot slots[] = {{0, NULL}};

static struct PyModuleDef definition = {
    .m_base = PyModuleDef_HEAD_INIT,
    .m_name = "_strings",
    .m_doc = "Lists of str to columns of text and back.",
    .m_methods = methods,
    .m_slots = slots,
};

PyMODINIT_FUNC PyInit__strings(void) { return PyModuleDef_Init(&definition); }
