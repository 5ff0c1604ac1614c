// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Classes of a header, of which await-without-timeout-members.cpp has the code.

#ifndef TIDEPOOL_TESTS_CAMERAS_H
#define TIDEPOOL_TESTS_CAMERAS_H

class Camera {
public:
  virtual ~Camera() = default;
  virtual long capture() = 0;
};

class LeafCamera : public Camera {
public:
  LeafCamera();
  long capture() override;

protected:
  int fd;
};

class PatientCamera : public Camera {
public:
  PatientCamera();
  long capture() override;

protected:
  int fd;
};

class BaseCamera : public Camera {
public:
  BaseCamera();
  long capture() override;

protected:
  virtual void prepare();
  int fd;
};

class PartlySeenCamera : public Camera {
public:
  PartlySeenCamera();
  long capture() override;
  void defer();

protected:
  int fd;
};

class FriendlyCamera : public Camera {
public:
  FriendlyCamera();
  long capture() override;

protected:
  friend class Viewer;
  int fd;
};

class OpenCamera : public Camera {
public:
  OpenCamera();
  long capture() override;
  int fd;
};

#endif // TIDEPOOL_TESTS_CAMERAS_H
