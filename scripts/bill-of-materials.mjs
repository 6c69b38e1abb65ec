// The bill of materials (CycloneDX 1.6): what of others is in the bundles, for whoever keeps a list of it. Written by each build (esbuild.mjs).
// Nothing of node_modules ships, so a list of what is installed would be another one.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Contrib, Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import { listBundledPackages } from './bundled-packages.mjs';

/** As the format names a package of npm. */
const purlOf = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** The text of the bill. The same input gives the same text: it has neither a moment nor a number of its own. Paths are relative to `root`. */
export function writeBill(metafiles, root) {
  const builder = new Contrib.FromNodePackageJson.Builders.ComponentBuilder(
    new Contrib.FromNodePackageJson.Factories.ExternalReferenceFactory(),
    new Contrib.License.Factories.LicenseFactory(),
  );
  const make = (manifest, kind) => {
    const component = builder.makeComponent(manifest, kind);
    component.purl = purlOf(manifest);
    component.bomRef.value = component.purl;
    return component;
  };
  const { packages: locked } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const bom = new Models.Bom();
  const product = make(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')), Enums.ComponentType.Application);
  bom.metadata.component = product;
  for (const { folder, manifest } of listBundledPackages(metafiles, root)) {
    const component = make(manifest, Enums.ComponentType.Library);
    component.scope = Enums.ComponentScope.Required;
    // What npm checked when it installed the package.
    component.hashes.set(...Contrib.FromNodePackageJson.Utils.parsePackageIntegrity(locked[folder].integrity));
    bom.components.add(component);
    product.dependencies.add(component.bomRef);
  }
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 1 })}\n`;
}
