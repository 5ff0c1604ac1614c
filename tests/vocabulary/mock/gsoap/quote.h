// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A service, for soapcpp2 to make code of.

//gsoap ns service name: quote
//gsoap ns service namespace: urn:quote

int ns__getQuote(char *symbol, float &result);
int ns__note(int number, void);
