// Nothing but the owner of headers that are compiled once for all tests.
int main() {}
