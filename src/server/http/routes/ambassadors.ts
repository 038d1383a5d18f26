import type { ambassadorRoutes } from '#contract/ambassadors.ts'
import { changeVoucherRules } from '#server/actions/change-voucher-rules.ts'
import { importVoucherUses, redeemVoucher, voidVoucher } from '#server/actions/end-voucher.ts'
import { issueVoucher } from '#server/actions/issue-voucher.ts'
import { readAmbassadors } from '#server/queries/ambassadors.ts'
import { forActor, type Implementations } from '../implementation.ts'

export const ambassadors: Implementations<typeof ambassadorRoutes> = {
  readAmbassadors: forActor(readAmbassadors),
  issueVoucher: forActor(issueVoucher),
  redeemVoucher: forActor(redeemVoucher),
  importVoucherUses: forActor(importVoucherUses),
  voidVoucher: forActor(voidVoucher),
  changeVoucherRules: forActor(changeVoucherRules),
}
