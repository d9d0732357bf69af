const loaders = new WeakMap<object, Map<unknown, unknown>>();

/**
 * One of something for each request, such as a DataLoader, made when it is first asked for and gone with the request.
 * @param context what the resolvers get, the same object for the whole request
 * @param key what is loaded; each `create` needs a key of its own, such as the function or the service that it is in
 */
export function loaderOf<Loader>(context: object, key: unknown, create: () => Loader): Loader {
  const ofContext = loaders.get(context) ?? new Map<unknown, unknown>();
  loaders.set(context, ofContext);
  if (!ofContext.has(key)) ofContext.set(key, create());
  // What stands under a key came from that key's own `create`.
  return ofContext.get(key) as Loader;
}
