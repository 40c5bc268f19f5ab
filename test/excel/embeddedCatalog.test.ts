import embedded from "../../assets/catalogs/jingzhou-2024.json";
import { validateCatalog } from "../../src/core/loadCatalog";

it("the embedded catalog is valid and ready as it stands: the add-in takes it without a look", () => {
  expect(validateCatalog(structuredClone(embedded))).toEqual(embedded);
});
