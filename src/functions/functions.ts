/**
 * 返回某部门某项承诺的目标值。
 * @customfunction TARGET
 * @param department 部门，例如“教育局”
 * @param indicator 指标，例如“新增学位”
 * @returns 目标值，单位见目录
 */
export function target(department: string, indicator: string): number {
  if (department !== "教育局")
    throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, `目录中没有“${department}”。相近：教育局`);
  return indicator === "新增学位" ? 8310 : 5970;
}
