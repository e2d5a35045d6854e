// GNU Scientific Library, the functions we use. NumericalMethods is the only module to import this.
#ifndef FANGPIN_CGSL_SHIM_H
#define FANGPIN_CGSL_SHIM_H
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_matrix.h>
#include <gsl/gsl_sf_exp.h>
#include <gsl/gsl_sf_log.h>
#include <gsl/gsl_vector.h>
#include <gsl/gsl_version.h>
#endif
