import { graphql } from '../../graphql/generated/gql.ts';
import type {
  CallCostsQuery,
  CarrierStatusQuery,
  RecordingErasuresQuery,
} from '../../graphql/generated/graphql.ts';

export type CarrierStatus = CarrierStatusQuery['carrierStatus'];
export type CallCosts = CallCostsQuery['callCosts'];
export type Erasures = RecordingErasuresQuery['recordingErasures'];

export const CARRIER_STATUS = graphql(`
  query CarrierStatus {
    carrierStatus {
      isConnected balanceProblem linesProblem
      balance {
        balance { minorUnits currency }
        warnBelow { minorUnits currency }
        isLow at
      }
      lines { most inUse at }
    }
  }
`);

export const LOW_BALANCE = graphql(`query LowBalanceWarning { lowBalanceWarning }`);

export const SET_LOW_BALANCE = graphql(`
  mutation SetLowBalanceWarning($paise: Int) { setLowBalanceWarning(paise: $paise) }
`);

export const CALL_COSTS = graphql(`
  query CallCosts {
    callCosts {
      waiting givenUp
      totals { month paidBy calls cost { minorUnits currency } }
      tenants { month paidBy calls cost { minorUnits currency } tenant { id name } }
    }
  }
`);

export const CALL_COSTS_CSV = graphql(`query CallCostsCsv { callCostsCsv }`);

export const NUMBER_HEALTH = graphql(`
  query NumberHealth($tenantId: ID!) {
    numberHealth(tenantId: $tenantId) { phoneNumberId isMarked marks problem }
  }
`);

export const ERASURES = graphql(`
  query RecordingErasures($tenantId: ID) {
    recordingErasures(tenantId: $tenantId) {
      pending deleted failed
      latest { id callId status reason attempts requestedAt nextAttemptAt settledAt }
    }
  }
`);

export const RETRY_ERASURE = graphql(`
  mutation RetryRecordingErasure($id: ID!) { retryRecordingErasure(id: $id) }
`);
