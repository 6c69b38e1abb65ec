/** What a host inside a network, or of no network, is: the end of a warning. By the kinds of `findInnerHost`. */
export const innerHostWarnings = {
  loopback: 'this is your own computer',
  'link-local': 'this is not on the internet; in a cloud, such addresses hand out credentials',
  private: 'this is inside your own network',
  unspecified: 'this is not a real host; most systems take it for your own computer',
  special: 'this is a reserved address',
};
